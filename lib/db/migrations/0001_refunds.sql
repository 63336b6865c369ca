CREATE TYPE "public"."refund_state" AS ENUM('requested', 'unclear', 'pending', 'done', 'failed');--> statement-breakpoint
ALTER TYPE "public"."ledger_kind" ADD VALUE 'refund_failed';--> statement-breakpoint
CREATE TABLE "refunds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"amount_cents" integer NOT NULL,
	"lines" jsonb,
	"reason" text NOT NULL,
	"requested_by" text NOT NULL,
	"state" "refund_state" NOT NULL,
	"psp_id" text,
	"left_before_cents" integer NOT NULL,
	"known_before" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"lease_until" timestamp with time zone NOT NULL,
	CONSTRAINT "refunds_psp_id_unique" UNIQUE("psp_id"),
	CONSTRAINT "refunds_amount" CHECK ("refunds"."amount_cents" > 0 and "refunds"."amount_cents" <= "refunds"."left_before_cents")
);
--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "reduced_cents" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "cancel_requested_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_attempt_id_payment_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."payment_attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "refunds_one_open" ON "refunds" USING btree ("order_id") WHERE "refunds"."state" in ('requested', 'unclear');--> statement-breakpoint
CREATE INDEX "refunds_of_order" ON "refunds" USING btree ("order_id","created_at");--> statement-breakpoint
CREATE INDEX "refunds_of_attempt" ON "refunds" USING btree ("attempt_id");--> statement-breakpoint
CREATE INDEX "orders_to_cancel" ON "orders" USING btree ("cancel_requested_at") WHERE "orders"."cancel_requested_at" is not null and "orders"."state" in ('open', 'confirmed');--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_reduced_sane" CHECK ("orders"."reduced_cents" >= 0 and "orders"."reduced_cents" <= "orders"."total_cents");