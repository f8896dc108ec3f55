"use client";

import { Dialog } from "@base-ui/react/dialog";
import { useState } from "react";
import type { ReactNode } from "react";
import { OwnTableForm } from "./own-table-form";
import styles from "./own-table.module.css";

export interface OwnTableProps {
  readonly ownKey: string | null;
  readonly onUse: (key: string) => void;
}

/** Opens the place where readers give a table of their own. */
export function OwnTable({ ownKey, onUse }: OwnTableProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Trigger className="button">
        {ownKey === null ? "Give your table…" : "Give another table…"}
      </Dialog.Trigger>
      <Dialog.Portal keepMounted>
        <Dialog.Backdrop className={styles["backdrop"]} />
        <Dialog.Popup className={styles["popup"]}>
          <Dialog.Title className={styles["title"]}>Your own table</Dialog.Title>
          <Dialog.Description className={styles["description"]}>
            One example per row, one channel per column, as CSV or TSV, up to 10 MB. It is read in
            this browser and sent nowhere. A small table becomes part of the link; a larger one
            stays on this device.
          </Dialog.Description>
          <OwnTableForm
            onUse={(key) => {
              onUse(key);
              setOpen(false);
            }}
          />
          <Dialog.Close className={styles["close"]} aria-label="Close">
            ×
          </Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
