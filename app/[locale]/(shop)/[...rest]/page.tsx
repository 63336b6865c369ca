import { notFound } from "next/navigation";

/** Any address below a language that no other page answers: the shop's own 404, with header and footer. */
export default function UnknownPage() {
  notFound();
}
