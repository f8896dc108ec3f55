import { pack, unpack } from "../../../workers/data/packed-table";
import { defaultTableChoices } from "../../../workers/table/choices";
import { ownTable } from "../../../workers/data/own-tables";
import { fingerprint } from "../../../workers/data/fingerprint";
import { deflateSync, strToU8, strFromU8 } from "fflate";
const log = console.log;
const text = "height,weight\n1.5,60\n1.6,70\n1.7,80\n";
const key = pack({text, choices: defaultTableChoices})!;
log(key, key.length);
const tryUnpack = (k:string) => { try { const r = unpack(k); return JSON.stringify(r); } catch (e) { return (e as Error).name + ": " + (e as Error).message; } };
const same = JSON.stringify({text, choices: defaultTableChoices});
let silent = 0, refused=0, samecount=0; const ex:string[]=[];
const alphabet="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
for (let i=2;i<key.length;i++) for (const c of alphabet) { if (c===key[i]) continue; const k=key.slice(0,i)+c+key.slice(i+1); const r=tryUnpack(k); if (r===same) samecount++; else if (r.startsWith("EngineError")) refused++; else { silent++; if (ex.length<4) ex.push(k+" → "+r); } }
log({silent, refused, samecount}); log(ex);
for (let i=2;i<key.length;i++) { const r = tryUnpack(key.slice(0,i)); if (!r.startsWith("EngineError")) log("cut at", i, "of", key.length, r===same? "same": r); }
// control chars
for (const ch of ["\u0001","\ud800"]) { const k = pack({text: ch.repeat(150_000), choices: defaultTableChoices}); log("ctrl", k?.length, k && tryUnpack(k).slice(0,120)); }
const packRaw = (json: unknown) => "z-" + btoa(strFromU8(deflateSync(strToU8(typeof json === "string" ? json : JSON.stringify(json)), {level:9}), true)).replaceAll("+","-").replaceAll("/","_").replaceAll("=","");
for (const j of [[text, {labelColumn: 5}], [text, {labelColumn: {}}], [text, {missing: "zzz"}], [text, {header: 7}], [text, null], [text, "abc"], [text], {a:1}, [1,{}], "[", 5, null, [text, {missing: null}], [text, {labelColumn:["height"]}], ["a,b\n1,\n2,3\n", {missing:"zzz"}], [text,{header:null}]]) {
  const k = packRaw(j); 
  try { const t = await ownTable(k); log(JSON.stringify(j), "→", t.columns, t.rowCount, t.values.length); } catch (e) { log(JSON.stringify(j), "→", (e as Error).name, (e as {code?:string}).code, (e as Error).message); }
}
// bombs
const bomb = packRaw(JSON.stringify(["1".repeat(50_000_000), defaultTableChoices])); const t0=performance.now(); log("bomb", bomb.length, tryUnpack(bomb).slice(0,200), performance.now()-t0);
const sneaky = packRaw(JSON.stringify(["1\n".repeat(350_000), defaultTableChoices]).replaceAll("\\n","\\n")); log("sneaky", sneaky.length, tryUnpack(sneaky).length);
const pad = packRaw(JSON.stringify(["1\n2", defaultTableChoices]) + " ".repeat(5_000_000)); log("pad", pad.length, tryUnpack(pad));
// fingerprint
const seen = new Map<string,string>(); let coll=0; const al = "0123456789,.\n-eabc";
for (const a of al) for (const b of al) for (const c of al) for (const d of al) { const s=a+b+c+d; const f=fingerprint(s); const o=seen.get(f); if(o!==undefined){coll++; if(coll<3)log(o,s);} seen.set(f,s); }
const halves = [new Set<string>(), new Set<string>()]; for (const f of seen.keys()) { halves[0]!.add(f.slice(2,10)); halves[1]!.add(f.slice(10)); }
log("coll", coll, seen.size, halves.map(h=>h.size), fingerprint("ab","c"), fingerprint("a","bc"), fingerprint(), fingerprint(""), fingerprint("a",""), fingerprint("","a"), fingerprint("a"));
