/**
 * The desk's one script: where the page has a list that lives, it is fetched anew when a case comes or changes. The page works
 * without it. What it puts in was made by our own templates; the maker of markup is the one that the policy permits.
 */
export const DESK_SCRIPT = `
(function () {
  var list = document.querySelector('[data-live]');
  if (!list || !window.EventSource || !window.fetch) return;
  var maker = window.trustedTypes ? window.trustedTypes.createPolicy('desk', { createHTML: function (text) { return text; } }) : { createHTML: function (text) { return text; } };
  var status = document.getElementById('live-status');
  var under = false, again = false;
  function refresh() {
    if (under) { again = true; return; }
    under = true; again = false;
    fetch(location.href, { headers: { 'x-live': '1' } }).then(function (answer) {
      if (answer.redirected || !answer.ok) { location.reload(); return null; }
      return answer.text();
    }).then(function (text) {
      if (text === null) return;
      // The head is left out: its style carries another page's nonce. All text is escaped, so the first "<main" is the real one.
      var body = text.slice(text.indexOf('<main'), text.lastIndexOf('</main>'));
      var fresh = new DOMParser().parseFromString(maker.createHTML(body), 'text/html').querySelector('[data-live]');
      if (!fresh) return;
      var focused = document.activeElement && list.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
      list.replaceChildren.apply(list, Array.prototype.slice.call(fresh.childNodes));
      if (focused) Array.prototype.forEach.call(list.querySelectorAll('a'), function (link) { if (link.getAttribute('href') === focused) link.focus(); });
    }).finally(function () { under = false; if (again) refresh(); });
  }
  var events = new EventSource('/adviser/events');
  // What came while the stream was away, because its node was restarted, was told to nobody.
  var opened = false;
  events.addEventListener('open', function () { if (opened) refresh(); opened = true; });
  events.addEventListener('case', function () {
    if (status) { status.textContent = ''; setTimeout(function () { status.textContent = status.getAttribute('data-text'); }, 100); }
    refresh();
  });
})();
`;
