/// <reference types="kintone-dts" />
import type { Shown } from './types';
import { type Mark, mark } from './mark';
import api = require('./api');

export = start;

declare const kintone: any;
declare function escapeHtml(text: string): string;

interface Field<T = string> { readonly type: string; value: T }
type KintoneRecord = { [code: string]: Field };
type Handler = (this: void, event: { record: KintoneRecord }) => void;

// Casts, assertions and generics change no value.
const pass = <T>(value: T): T => value;
const on = (handler: Handler): void => kintone.events.on('app.record.detail.show', handler);

on(({ record }) => {
  const el = document.querySelector<HTMLElement>('#x')!;
  el.innerHTML = record.memo!.value as string; // flow: record -> html
  el.innerHTML = (<any>record.memo.value)!; // flow: record -> html
  el.innerHTML = pass<string>(record.memo.value satisfies string); // flow: record -> html
  el.innerHTML = (record.memo as unknown as Field<string>)?.value!.trim(); // flow: record -> html
  (el as HTMLElement).innerHTML = String(Number(record.memo.value as any));
  el!.textContent = record.memo.value!;
});

// A parameter that is a property: what goes in under the parameter's name comes out of the property.
abstract class View<T extends KintoneRecord = KintoneRecord> {
  protected abstract draw(this: View<T>): void;
  declare readonly name: string;
  constructor(protected readonly record: T, private el: HTMLElement, public title: string = 'x', plain?: string) {}
  show(): asserts this is this { this.draw(); }
}
class MemoView extends View {
  constructor(record: KintoneRecord, el: HTMLElement, private override readonly suffix?: string) {
    super(record, el);
    el.innerHTML = this.suffix!; // flow: record -> html
  }
  protected override draw(): void;
  protected override draw(scale?: number): void {
    this.title.at(0);
    document.body.innerHTML = this.record.memo.value; // flow: record -> html
    document.body.textContent = this.record.memo.value;
  }
}
on(({ record }) => new MemoView(record, document.body, record.suffix.value).show());

class Fixed {
  constructor(private text: string, readonly length = 1) {}
  draw() { document.body.innerHTML = this.text; }
}
on(({ record }) => new Fixed('<b>fixed</b>', Number(record.length.value)).draw());

// Namespaces: what is exported is a property of the namespace, what is not is seen inside alone.
namespace Store {
  let current: string;
  export let latest: string;
  export const keep = (text: string): void => { current = text; latest = text; };
  export function read(): string { return current; }
  export namespace Safe { export const read = (): string => escape(Store.read()); }
  const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');
}
namespace Outer.Inner { export const show = (text: string) => { document.body.innerHTML = text; }; } // flow: record -> html
import Inner = Outer.Inner;
on(({ record }) => {
  Store.keep(record.memo.value);
  document.body.innerHTML = Store.read(); // flow: record -> html
  document.body.innerHTML = Store.latest; // flow: record -> html
  document.body.innerHTML = Store.Safe.read();
  Inner.show(record.memo.value);
});

// Enums are constants; a name of a member is no data.
enum Label { Memo = 'memo', Other = `${Label.Memo}2` }
const enum Level { Low, High = Low + 2, Both = Low | High }
on(({ record }) => {
  document.body.innerHTML = Label.Memo + Level.Both;
  document.body.innerHTML = record[Label.Memo].value; // flow: record -> html
});

// What a decorator gets and what stands in one.
function drawn(text: string) { return (target: Function): void => { document.body.innerHTML = text; }; } // flow: url -> html
@drawn(location.hash) class First { @mark() field?: string; @drawn('fixed') method(@mark() given: Mark): void {} }
@drawn('<b>fixed</b>') class Second<T> implements Shown {}

// Fields, accessors and resources.
class Kept {
  static accessor last: string = '';
  private memo?: string;
  #hidden!: string;
  [key: string]: any;
  fill(record: KintoneRecord): this { this.memo = record.memo.value; this.#hidden = record.memo.value; return this; }
  draw(): void {
    document.body.innerHTML = this.memo!; // flow: record -> html
    document.body.innerHTML = this.#hidden; // flow: record -> html
    document.body.innerText = this.memo!;
  }
}
on(({ record }) => {
  using kept = new Kept().fill(record) as Kept & Disposable;
  kept.draw();
  for (using memo of [record.memo as any]) document.body.innerHTML = memo.value; // flow: record -> html
  for (const memo of [record.memo] as Field[]) document.body.textContent = memo.value;
});

function start(): void { api.start(); }
