import { DEFAULT_CONTRACT_NAMES } from "./engine/methods";
import type { Contract } from "./types";

/** The sample credentials and contract of the reference's example files (api.md 31). */
export const SAMPLE = {
  clientId: "00000000000000000000000000000001",
  clientSecret: "0000000000000000000000000000000000000000000000000000000000000002",
  contractId: "GCR_2GTC4T4689DUZQ0G78B3Y04P4XM2G2",
  merchantId: "MRC_37YSMYA1TNY3Y4EWV2Q8UWAGRBA4W9",
  companyname: "Musterhandel GmbH",
} as const;

/** A second merchant, to try what happens with objects that belong to someone else. */
export const OTHER = {
  clientId: "00000000000000000000000000000003",
  clientSecret: "0000000000000000000000000000000000000000000000000000000000000004",
  contractId: "GCR_3JNGGA7DVG8H4WEH07PWHJAJFNMB9P",
  merchantId: "MRC_2Y8M5Q0V9KPT3R6W1XJ4N7ZB8CDFGH",
  companyname: "Imkerei Muster",
} as const;

export interface ContractOptions {
  contractId?: string;
  clientId?: string;
  merchantName?: string;
  /** Contract names of api.md 19. */
  methods?: readonly string[];
  mixedBaskets?: boolean;
  invoicePaidStatus?: boolean;
}

/** The contracts a sandbox starts with: the caller's own and another merchant's. */
export function initialContracts(options: ContractOptions): Contract[] {
  const own: Contract = {
    id: options.contractId ?? SAMPLE.contractId,
    clientId: options.clientId ?? SAMPLE.clientId,
    merchantId: SAMPLE.merchantId,
    companyname: options.merchantName ?? SAMPLE.companyname,
    methods: [...(options.methods ?? DEFAULT_CONTRACT_NAMES)],
    mixedBaskets: options.mixedBaskets ?? false,
    invoicePaidStatus: options.invoicePaidStatus ?? false,
    background: { enabled: false, image_url: null },
  };
  const other: Contract = {
    ...own,
    id: OTHER.contractId,
    clientId: OTHER.clientId,
    merchantId: OTHER.merchantId,
    companyname: OTHER.companyname,
    methods: [...DEFAULT_CONTRACT_NAMES],
  };
  return [own, other];
}
