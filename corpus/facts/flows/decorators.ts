// Decorators of methods put functions of their own around them: TypeScript's by a description, the standard's by a function.
type Rec = Record<string, { value: string }>;

function told(label: string) {
  return function (_target: unknown, _key: string, descriptor: PropertyDescriptor): PropertyDescriptor {
    const original = descriptor.value;
    descriptor.value = async function (this: unknown, ...args: unknown[]) {
      navigator.sendBeacon('https://a.example/', JSON.stringify({ label, args })); // flow: record -> request-body
      return original.apply(this, args);
    };
    return descriptor;
  };
}

function logged(_target: unknown, _key: string, descriptor: PropertyDescriptor) {
  const original = descriptor.value;
  descriptor.value = function (this: unknown, given: string) {
    navigator.sendBeacon('https://a.example/', given); // flow: record -> request-body
    return original.call(this, given);
  };
}

function wrapped(method: Function, _context: { name: string }) {
  return function (this: unknown, given: string) {
    navigator.sendBeacon('https://a.example/', given); // flow: record -> request-body
    return method.call(this, given);
  };
}

function counted(_target: unknown, _key: string, descriptor: PropertyDescriptor): PropertyDescriptor {
  const original = descriptor.value;
  descriptor.value = function (this: unknown, ...args: unknown[]) {
    navigator.sendBeacon('https://a.example/', String(args.length));
    return original.apply(this, args);
  };
  return descriptor;
}

class Service {
  @told('close') async close(record: Rec): Promise<void> { document.body.innerText = record.memo.value; }
  @logged save(memo: string): void { document.body.innerText = memo; }
  @wrapped keep(memo: string): void { document.body.innerHTML = memo; } // flow: record -> html
  @counted count(memo: string): void { document.body.innerText = memo; }
}

kintone.events.on('app.record.detail.show', (event: { record: Rec }) => {
  const service = new Service();
  service.close(event.record);
  service.save(event.record.memo.value);
  service.keep(event.record.memo.value);
  service.count(event.record.memo.value);
  return event;
});
