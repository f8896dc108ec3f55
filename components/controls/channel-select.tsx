"use client";

import type { ReactNode } from "react";
import { Select } from "./select";

export interface ChannelSelectProps {
  readonly id: string;
  readonly names: readonly string[];
  readonly value: number;
  readonly onChange: (patch: { readonly channel: number }) => void;
}

/** The channels the current data has, by name. */
export function ChannelSelect({ id, names, value, onChange }: ChannelSelectProps): ReactNode {
  return (
    <Select
      id={id}
      value={String(Math.min(value, names.length - 1))}
      options={names.map((name, channel) => ({
        value: String(channel),
        label: `${channel}: ${name}`,
      }))}
      onChange={(channel) => onChange({ channel: Number(channel) })}
    />
  );
}
