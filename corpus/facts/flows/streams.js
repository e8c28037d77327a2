// What is written into a stream comes out of it; what a stream is made of is in it.
kintone.events.on('app.record.detail.show', async (event) => {
  const memo = event.record.備考.value;
  const zipped = new CompressionStream('gzip');
  const writer = zipped.writable.getWriter();
  writer.write(new TextEncoder().encode(memo));
  writer.close();
  const blob = await new Response(zipped.readable).blob();
  fetch('https://a.example/', { method: 'PUT', body: blob }); // flow: record -> request-body

  const { readable, writable } = new TransformStream();
  const other = writable.getWriter();
  other.write('x');
  fetch('https://a.example/', { method: 'PUT', body: await new Response(readable).blob() });

  const fed = new ReadableStream({
    start(controller) {
      controller.enqueue(memo);
      controller.close();
    },
  });
  const shrunk = fed.pipeThrough(new CompressionStream('gzip'));
  fetch('https://a.example/', { method: 'PUT', body: shrunk, duplex: 'half' }); // flow: record -> request-body
  const plain = new ReadableStream({
    pull(controller) {
      controller.enqueue('x');
    },
  });
  fetch('https://a.example/', { method: 'PUT', body: plain, duplex: 'half' });

  const away = new WritableStream({
    write(chunk) {
      navigator.sendBeacon('https://a.example/', chunk); // flow: record -> request-body
    },
  });
  away.getWriter().write(memo);
  const counted = new WritableStream({
    write(chunk) {
      navigator.sendBeacon('https://a.example/', chunk);
    },
  });
  counted.getWriter().write('x');
  const piped = new WritableStream({
    write(chunk) {
      navigator.sendBeacon('https://a.example/', chunk); // flow: record -> request-body
    },
  });
  new Blob([memo]).stream().pipeTo(piped);
  return event;
});
