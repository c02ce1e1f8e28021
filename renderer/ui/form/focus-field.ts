const CONTROLS = 'input:not([type=hidden]), select, textarea, button, [tabindex="0"]';

/** Puts the focus on the control of a field inside `root`; false where the field is not drawn. */
export function focusField(root: ParentNode | null, fieldId: string): boolean {
  const frames = [...(root?.querySelectorAll<HTMLElement>('[data-field]') ?? [])];
  const frame = frames.find((element) => element.dataset['field'] === fieldId);
  const control = frame?.querySelector<HTMLElement>(CONTROLS);
  control?.focus();
  return control !== undefined && control !== null;
}
