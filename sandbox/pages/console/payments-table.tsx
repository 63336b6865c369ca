/** @jsxImportSource hono/jsx */
import type { SandboxContext } from "../../context";
import { simpleStatusText } from "../../statuses";
import type { PaymentTransaction, SmartTransaction } from "../../types";
import { moment, money } from "../format";
import { Empty } from "./frame";

function PaymentRow({ ctx, payment }: { ctx: SandboxContext; payment: PaymentTransaction }) {
  return (
    <tr>
      <th scope="row" class="mono">
        {payment.id}
      </th>
      <td class="num">{payment.transId}</td>
      <td>{payment.method}</td>
      <td>
        {payment.simple} {simpleStatusText(payment.simple)}
        <br />
        <span class="quiet nowrap">
          {payment.status} · {moment(payment.updated)}
        </span>
      </td>
      <td class="num">{money(payment.amount, payment.currency, "en")}</td>
      <td class="num">{money(ctx.engine.effectiveAmount(payment), payment.currency, "en")}</td>
      <td class="num">{money(payment.received, payment.currency, "en")}</td>
      <td class="time">{moment(payment.due)}</td>
    </tr>
  );
}

/** Every Payment Transaction of a Smart Transaction: attempts, sub-transactions, refunds. */
export function Payments({ ctx, smart }: { ctx: SandboxContext; smart: SmartTransaction }) {
  const payments = ctx.engine.allPaymentsOf(smart);
  if (payments.length === 0) return <Empty text="No Payment Transaction yet." />;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Payment Transaction</th>
          <th scope="col" class="num">
            TA code
          </th>
          <th scope="col">Kind</th>
          <th scope="col">Status</th>
          <th scope="col" class="num">
            Amount
          </th>
          <th scope="col" class="num">
            Effective
          </th>
          <th scope="col" class="num">
            Received
          </th>
          <th scope="col">Due</th>
        </tr>
      </thead>
      <tbody>
        {payments.map((payment) => (
          <PaymentRow key={payment.id} ctx={ctx} payment={payment} />
        ))}
      </tbody>
    </table>
  );
}
