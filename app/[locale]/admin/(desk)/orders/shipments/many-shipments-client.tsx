"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import type { LineProblem, PlannedShipment } from "@/lib/orders/tracking-list";
import { fetchPlan, type LineResult, type ShipOne, shipLine } from "./run-shipments";
import { ShipmentTable } from "./shipment-table";

export type ShipmentTexts = Record<
  | "label"
  | "hint"
  | "check"
  | "checking"
  | "unreachable"
  | "nothing"
  | "send"
  | "sending"
  | "stop"
  | "progress"
  | "result"
  | "lost"
  | "line"
  | "order"
  | "parcel"
  | "state"
  | "ready"
  | "supportId",
  string
> & { problem: Record<LineProblem, string> };

type Props = { action: ShipOne; locale: string; maxLength: number; texts: ShipmentTexts };
type Stage = "idle" | "checking" | "unreachable" | "sending";

const fill = (text: string, values: Record<string, number>) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));

/** Paste, look what would happen, send one order after the other. What failed can be sent again; the rest stays done. */
export function ManyShipments({ action, locale, maxLength, texts }: Props) {
  const [stage, setStage] = useState<Stage>("idle");
  const [plan, setPlan] = useState<PlannedShipment[] | null>(null);
  const [results, setResults] = useState<ReadonlyMap<number, LineResult>>(new Map());
  const stopped = useRef(false);
  const ready = plan?.filter(({ orderId }) => orderId !== null) ?? [];
  const open = ready.filter(({ line }) => !results.get(line)?.ok);
  const done = ready.length - open.length;

  const check = async (form: FormData) => {
    setStage("checking");
    const lines = await fetchPlan(String(form.get("list") ?? ""));
    setPlan(lines);
    setResults(new Map());
    setStage(lines ? "idle" : "unreachable");
  };
  const send = async () => {
    stopped.current = false;
    setStage("sending");
    for (const line of open) {
      if (stopped.current) break;
      const result = await shipLine(action, locale, line, texts.lost);
      setResults((before) => new Map(before).set(line.line, result));
    }
    setStage("idle");
  };

  return (
    <div className="flex flex-col gap-4">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void check(new FormData(event.currentTarget));
        }}
        className="flex flex-col gap-3"
      >
        <TextArea
          name="list"
          label={texts.label}
          hint={texts.hint}
          rows={8}
          maxLength={maxLength}
          required
          readOnly={stage === "sending"}
        />
        <div>
          <Button variant="secondary" disabled={stage === "checking" || stage === "sending"}>
            {stage === "checking" ? texts.checking : texts.check}
          </Button>
        </div>
      </form>
      <div role="status">
        {stage === "unreachable" ? <p className="text-oxblood">{texts.unreachable}</p> : null}
        {plan && ready.length === 0 ? <p className="text-oxblood">{texts.nothing}</p> : null}
        {results.size > 0 ? (
          <p className="font-medium">
            {fill(stage === "sending" ? texts.progress : texts.result, { done, all: ready.length })}
          </p>
        ) : null}
      </div>
      {ready.length > 0 ? (
        <>
          <progress
            aria-label={texts.state}
            max={ready.length}
            value={done}
            className="h-2 w-full accent-moss"
          />
          <div className="flex gap-3">
            <Button type="button" disabled={stage === "sending" || open.length === 0} onClick={send}>
              {stage === "sending" ? texts.sending : fill(texts.send, { count: open.length })}
            </Button>
            {stage === "sending" ? (
              <Button
                type="button"
                variant="secondary"
                onClick={() => {
                  stopped.current = true;
                }}
              >
                {texts.stop}
              </Button>
            ) : null}
          </div>
        </>
      ) : null}
      {plan && plan.length > 0 ? <ShipmentTable plan={plan} results={results} texts={texts} /> : null}
    </div>
  );
}
