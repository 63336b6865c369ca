CREATE TYPE "public"."delivery_kind" AS ENUM('shipping', 'collection');--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "delivery" "delivery_kind" DEFAULT 'shipping' NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "pickup_store" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "pickup_code" text;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_pickup_store" CHECK (("orders"."delivery" = 'collection') = ("orders"."pickup_store" is not null));