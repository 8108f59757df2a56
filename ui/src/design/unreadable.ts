/** What is typed in a control and cannot be read, in the words of the control: its value is nothing then, and it must not be sent as that. */
export function unreadable(id: string): string | undefined {
  const control = document.getElementById(id);
  return control instanceof HTMLInputElement && control.validity.customError ? control.validationMessage : undefined;
}
