CREATE INDEX "outbox_dead" ON "outbox" USING btree ("dead_at") WHERE "outbox"."dead_at" is not null;--> statement-breakpoint
CREATE INDEX "orders_by_amount" ON "orders" USING btree ("total_cents" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "orders_changed" ON "orders" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "orders_to_do" ON "orders" USING btree ("state","placed_at","id") WHERE "orders"."state" in ('open', 'confirmed');--> statement-breakpoint
CREATE INDEX "orders_flagged" ON "orders" USING btree ("placed_at") WHERE "orders"."flag" is not null;--> statement-breakpoint
CREATE INDEX "orders_unpaid" ON "orders" USING btree ("shipped_at") WHERE "orders"."state" = 'shipped' and "orders"."received_cents" < "orders"."total_cents" - "orders"."reduced_cents";--> statement-breakpoint
CREATE INDEX "refunds_unsettled" ON "refunds" USING btree ("created_at") WHERE "refunds"."state" in ('requested', 'unclear', 'pending');