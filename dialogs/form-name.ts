import { z } from 'zod';
import { CaseFormName } from '../src/domain/cases/make-handoff-case';

/** The forms that carry on with a case handed over before. */
const CarryOnFormName = z.enum(['reply', 'second']);

/** Every form: those that become a case, and those that carry on with one. */
export const FormName = z.enum([...CaseFormName.options, ...CarryOnFormName.options]);
export type FormName = z.infer<typeof FormName>;

/** Whether what a form brings becomes a case of its own. */
export const becomesCase = (form: FormName): form is CaseFormName => CaseFormName.safeParse(form).success;
