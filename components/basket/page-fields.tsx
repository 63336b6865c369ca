/**
 * The hidden fields of each basket form: the page's language, and a sign that only browsers without JavaScript send,
 * so that the action answers them with a page.
 */
export function PageFields({ locale }: { locale: string }) {
  return (
    <>
      <input type="hidden" name="locale" value={locale} />
      <noscript>
        <input type="hidden" name="noscript" value="1" />
      </noscript>
    </>
  );
}
