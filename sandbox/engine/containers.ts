import type { z } from "zod";
import { ok, type Result, refuse } from "../refusals";
import type { containerInput } from "../schemas";
import type { Container, Method, SmartTransaction } from "../types";
import type { Core } from "./core";
import { cleanIban, isValidIban } from "./iban";

type Input = z.infer<typeof containerInput>;
type ContainerType = Container["type"];

const CARD_TYPES: readonly ContainerType[] = ["credit_card", "googlepay", "applepay"];

function neededTypes(method: Method): readonly ContainerType[] {
  if (method === "debit") return ["bank_account"];
  return method === "creditcard" ? CARD_TYPES : [];
}

function privateText(input: Input): Record<string, string | null> {
  const entries = Object.entries(input.private ?? {}).map(([key, value]) => [
    key,
    value === null ? null : typeof value === "string" ? value : JSON.stringify(value),
  ]);
  return Object.fromEntries(entries);
}

/** Checks the data of a new container and stores it (api.md 18). */
export function createContainer(
  core: Pick<Core, "store" | "ids" | "clock">,
  owner: { contractId: string; customerId: string | null },
  type: ContainerType,
  input: Input,
): Result<Container> {
  const data = privateText(input);
  if (type === "bank_account") {
    const iban = cleanIban(data.iban ?? "");
    if (!data.owner?.trim()) return refuse("containerMissing", "container.private.owner is required");
    if (!isValidIban(iban)) return refuse("containerMissing", "container.private.iban is not a valid IBAN");
    data.iban = iban;
    data.bic = data.bic ?? "TESTDEFFXXX";
    data.bankname = data.bankname ?? "Beispielbank (Simulation)";
  }
  if (type === "credit_card") {
    if (!/^[0-9X ]{12,25}$/i.test(data.pan ?? "")) {
      return refuse("containerMissing", "container.private.pan is required");
    }
    data.pan = maskPan(data.pan ?? "");
  }
  const container: Container = {
    id: core.ids.object("PCT"),
    contractId: owner.contractId,
    customerId: owner.customerId,
    type,
    private: data,
    created: core.clock.now(),
    archived: false,
  };
  core.store.containers.put(container);
  return ok(container);
}

/** `411111XXXXXX1111`: a card number never stays in the sandbox in full. */
export function maskPan(pan: string): string {
  const clean = pan.replace(/\s+/g, "").toUpperCase();
  return `${clean.slice(0, 6)}${"X".repeat(Math.max(0, clean.length - 10))}${clean.slice(-4)}`;
}

/** The means of payment for an attempt: given by id, made on the fly, or already on the transaction. */
export function containerFor(
  core: Core,
  smart: SmartTransaction,
  method: Method,
  input: Input | null | undefined,
): Result<Container | null> {
  const needed = neededTypes(method);
  if (needed.length === 0) return ok(null);
  const id = input?.id ?? (input ? null : smart.containerId);
  if (id) {
    const container = core.store.containers.get(id);
    if (!container) return refuse("unknownId");
    if (container.contractId !== smart.contractId) return refuse("foreignObject");
    if (container.archived || !needed.includes(container.type)) return refuse("containerMissing");
    return ok(container);
  }
  const fallback: ContainerType = method === "debit" ? "bank_account" : "credit_card";
  if (!input) return refuse("containerMissing", `container is required for ${method}`);
  const type = input.type ?? fallback;
  if (!needed.includes(type))
    return refuse("containerMissing", `container.type ${type} does not fit ${method}`);
  return createContainer(core, { contractId: smart.contractId, customerId: smart.customerId }, type, input);
}
