// What nobody writes who is safe. A pattern here outweighs the model, so each must be unmistakable by itself; what is only
// likely is the model's business. They are tried on normalised text: lower case, single spaces.
// Borders are spelt out because \b takes æ, ø and å for ends of words.
const START = String.raw`(?<![\p{L}\p{N}])`;
const END = String.raw`(?![\p{L}\p{N}])`;
const CLOSE = String.raw`(?:min (?:mand|kone|far|mor|bror|kæreste|eks|eksmand|søn|svigerfar|svigermor|stedfar|onkel|nabo)|han|hun|de|faren|moren|manden|ham)`;
const ME = String.raw`(?:mig|mi|os|mor|far|børnene|barnet|min (?:søn|datter|mor|bror|søster|veninde|lillebror|lillesøster)|mine (?:børn|søskende))`;
/** Those whom a threat may mean, at the municipality or elsewhere. */
const THEM = String.raw`(?:ham|hende|dem|jer|dig|nogen|en af (?:dem|jer)|(?:min |den |hele )?(?:sagsbehandler|chef|leder|borgmester|kommune|jobcenter)\p{L}*)(?: alle(?: sammen)?)?`;
const GAP = String.raw`(?: [^ .!?]+){0,3}? `;

const DANISH = [
  String.raw`(?:vil|ville|skal|ønsker at|lyst til at|tænker på at|overvejer at|planlægger at|klar til at|prøvet at|forsøgt at)(?: (?:bare|gerne|hellere|snart))? (?:dø(?! (?:af|for at))|tage livet af mig|tage mit (?:eget )?liv|begå selvmord|slå mig(?: selv)? ihjel|hænge mig|skyde mig(?: selv)?|drukne mig|ende mit liv|gøre en ende på (?:det|mit))`,
  // What wears her out is no danger to her life: "de tager livet af mig med alle de skemaer".
  String.raw`(?!(?<=${START}(?:de|i|det|den|kommunen|jobcentret|systemet) )tager livet af mig med )(?:tager|tage) livet af mig(?: selv)?(?! hvis vi taber)`,
  String.raw`(?:jeg|mig)${GAP}(?:selvmordstanker|selvmordstruet|suicidal)`,
  String.raw`(?:vil|orker|gider|magter|kan) (?:ik|ikk|ikke)(?: at)? (?:leve|være i live)(?: mere| længere| videre|$)`,
  String.raw`${CLOSE} (?:slår|slog|banker|bankede|tæsker|tæver|tævede|kvæler|sparker|voldtager|voldtog) ${ME}(?! (?:i (?:skak|fodbold|fifa|kort|ludo)|for|til))`,
  String.raw`(?:truer|truet|true)(?: ${ME})? med at (?:slå|dræbe|skyde|stikke|brænde|kvæle)(?: ${ME})?(?: ihjel)?`,
  String.raw`(?:jeg|vi) (?:slår|dræber|skyder|stikker|kvæler) (?:ham|hende|dem|jer|dig)(?: (?:ihjel|ned|alle))?`,
  String.raw`(?:kunne|vil|ville|skal|lyst til at|kommer til at|ender med at|tænker på at)(?: (?:bare|snart|fandeme|sgu|også|godt))? (?:slå ${THEM} ihjel|(?:dræbe|myrde|kvæle|skyde|stikke) ${THEM})`,
  String.raw`(?:trækker (?:ik|ikk|ikke) vejret|kan (?:ik|ikk|ikke) få vejret|er bevidstløs|ligger bevidstløs)`,
  String.raw`(?:taget|slugt|spist) (?:en overdosis|(?:alt )?for mange (?:piller|tabletter)|alle (?:mine |hans |hendes )?(?:piller|tabletter))`,
  String.raw`(?:spist|spiste|drukket|drak|slugt|slugte|indtaget)(?: (?:noget|en masse|lidt|hele|min|mine|en flaske|et glas))? (?:\p{L}*gift|rottekorn|klorin|kaustisk soda|afløbsrens|sprinklervæske|frostvæske|kølervæske|ukrudtsmiddel|lampeolie|acetone|salmiak|eddikesyre)`,
  String.raw`(?:min (?:mor|far|mand|kone|kæreste|søn|datter|bror|søster|mormor|morfar|farmor|farfar|bedstemor|bedstefar|svigermor|svigerfar|nabo|ven|veninde)|mor|far|han|hun|barnet|babyen) (?:er )?(?:lige )?(?:styrtet|faldet|væltet|besvimet|segnet|kollapset|dejset|ligger på gulvet)[^.!?]{0,30}? (?:svarer|reagerer|vågner|siger|rører sig|kommer til sig selv)(?: (?:mig|selv|slet))? (?:ik|ikk|ikke|intet|ingenting)(?! (?:på (?:brev|mail|besked)|når))`,
  String.raw`(?:kommer|går|jagter|står|truer)${GAP}med (?:en |sin )?(?:kniv|køkkenkniv|pistol|økse|gevær)`,
  String.raw`(?:farvel|tak for ingenting|tak for alt)[^.!?]{0,40} (?:kig|pas|se|tag jer|sørg)(?: nu)?(?: godt)? (?:efter|på|til|af|for) (?:min|mine|mit|katten|hunden|børnene|mor|far)`,
  String.raw`(?:kig|pas) (?:godt )?(?:efter|på) (?:min|mine) [^ .!?]+[^.!?]{0,30} når jeg (?:er væk|ikke er her|er død)`,
  String.raw`(?:hører|ser) (?:ik|ikke|aldrig) (?:fra )?mig (?:mere|igen|levende)(?= ?[.!]| ?$)`,
  String.raw`(?:jeg )?(?:lever|er her) (?:ik|ikke) (?:i morgen|om (?:en|fire|to|tre) uger?|mere i morgen|på (?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag))`,
  String.raw`det (?:sidste|her er det sidste),? (?:jeg|i) (?:skriver|hører fra mig|siger)`,
  String.raw`(?:ligger|lægger mig|står) (?:her )?på (?:skinnerne|togskinnerne|broens kant|tagkanten)`,
  String.raw`det brænder i (?:huset|opgangen|lejligheden|køkkenet|stuen|bygningen)`,
  String.raw`(?:det|der) er (?:brand|ild) (?:i (?:min|vores|hele) |i (?:opgangen|lejligheden|huset|bygningen|køkkenet|kælderen|stuen)|(?:hos|hjemme hos) (?:mig|os|min nabo))`,
];
const ENGLISH = [
  String.raw`(?:want|going|gonna|plan|planning|ready|decided|thinking (?:of|about)) (?:to )?(?:die|dying|kill(?:ing)? my ?self|end(?:ing)? my life|end(?:ing)? it all)(?! (?:of|for))`,
  String.raw`i(?: will|'ll|'m gonna| am going to| might)? (?:kill my ?self|end my life|hang my ?self|shoot my ?self)`,
  String.raw`(?:i'm|i am|feel|feeling) suicidal`,
  String.raw`(?:he|she|husband|wife|dad|father|mother|mum|boyfriend|girlfriend|brother|ex) (?:hits|hit|beats|beat|is beating|chokes|is choking|strangles|raped) (?:me|us|my|the kids)`,
  String.raw`(?:going to|gonna|will|threatens to|threatened to|wants to) (?:kill|shoot|stab) (?:me|us|him|her|them|you|my)`,
  String.raw`(?:goodbye|thanks for nothing)[^.!?]{0,40} (?:look after|take care of|feed) my`,
  String.raw`(?:is not|isn't|isnt|not|stopped) breathing|can't breathe|is unconscious|took an overdose|(?:took|taken|swallowed) (?:all|too many) (?:the |my |his |her )?pills`,
];
/** As they are written in chats too: without the marks on the letters, and in Latin letters. */
const OTHERS = [
  String.raw`(?:kendimi (?:öldür|oldur)\p{L}*|intihar ed(?:eceğ|eceg|iyor)\p{L}*|beni (?:dövüyor|dovuyor|öldürecek|oldurecek)|(?:ölmek|olmek) istiyorum|(?:yaşamak|yasamak) istemiyorum)`,
  String.raw`(?:(?:chcę|chce) (?:umrzeć|umrzec|się zabić|sie zabic)|zabij[ęe] si[ęe]|odbior[ęe] sobie [żz]ycie|(?:bije|pobił|pobil|dusi) mnie|nie oddycha|nie chc[ęe] (?:już |juz )?[żz]y[ćc])`,
  String.raw`(?:хочу (?:померти|вмерти|умереть)|не хочу (?:більше |больше )?(?:жити|жить)|(?:вб'ю|убью) себе|покінчити з (?:собою|життям)|покончить с собой|(?:б'є|бьет|бьёт) (?:мене|меня)|(?:мене|меня) (?:б'є|бьет|бьёт)|не (?:дихає|дышит))`,
  String.raw`(?:أريد أن أموت|اريد ان اموت|بدي (?:موت|اموت|أموت|انتحر)|سأنتحر|أريد الانتحار|زوجي (?:يضربني|بيضربني)|يضربني|بيضربني|سيقتلني|لا يتنفس)`,
  String.raw`(?:خودکشی (?:کرنا|کر لوں|می‌کنم|کنم)|مرنا چاہت[ای]|مجھے مارتا|می‌خواهم بمیرم|می خواهم بمیرم|میخوام بمیرم|مرا می‌زند|من را می‌زند|منو میزنه)`,
  String.raw`(?:waan is dili|waan is dilayaa|is dili lahaa|inaan (?:dhinto|is dilo)|wuu i garaacaa|wuu i dilayaa)`,
  String.raw`(?:vreau s[ăa] mor(?! de )|m[ăa] sinucid|m[ăa] omor|m[ăa] bate|nu respir[ăa]|nu (?:mai )?vreau s[ăa] (?:mai )?tr[ăa]iesc)`,
  String.raw`(?:will sterben|umbringen will|bringe mich um|nicht mehr leben|schlägt (?:mich|uns|die kinder)|atmet nicht)`,
  String.raw`(?:ta livet av mig|vill dö|slår mig|ta livet av meg|vil ta livet|slår meg)`,
];

/** What nobody writes who is safe, on normalised text. */
export const UNMISTAKABLE: readonly RegExp[] = [...DANISH, ...ENGLISH, ...OTHERS].map((source) => new RegExp(`${START}(?:${source})${END}`, 'u'));

/** Speaking of danger without being in it: homework, a course, a book, long ago. It takes the certainty from a pattern. */
export const FROM_AFAR = new RegExp(
  `${START}(?:billedligt|for sjov|bare en joke|opgave|opgaver|speciale|statistik|forebygg\\p{L}*|foredrag|kursus|bog|bogen|film|filmen|serie|serien|spil|spillet|sang|roman|citat|betyder|hvad hedder|for (?:mange|flere) år siden|thesis|essay|statistics|movie|film|song|novel|game|prevention|years ago)${END}`,
  'u',
);
