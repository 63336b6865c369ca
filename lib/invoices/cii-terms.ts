/** The namespaces of a Cross Industry Invoice. */
export const namespaces = {
  "@xmlns:rsm": "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
  "@xmlns:qdt": "urn:un:unece:uncefact:data:standard:QualifiedDataType:100",
  "@xmlns:ram": "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
  "@xmlns:udt": "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100",
};

/** A day as `20261121`; format code 102 says so. */
export function compactDate(day: string): string {
  return day.replaceAll("-", "");
}

/** A day as an element's content, in the namespace that its place wants. */
export function dateTime(day: string, prefix: "udt" | "qdt" = "udt") {
  return { [`${prefix}:DateTimeString`]: { "@format": "102", "#": compactDate(day) } };
}
