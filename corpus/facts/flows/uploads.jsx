// Whoever wrote a file gave it its name, whichever widget the user chose it in.
import { useDropzone } from 'react-dropzone';
import Uppy from '@uppy/core';
import { Upload } from 'antd';

const list = document.getElementById('list');
const caption = ({ name, size }) => `${name} (${Math.ceil(size / 1024)}KB)`;

const zone = new Dropzone('#upload', {
  url: '/k/v1/file.json',
  accept(file, done) {
    list.innerHTML = file.name; // flow: file -> html
    list.innerHTML = file.size;
    list.textContent = file.name;
    done();
  },
  init() {
    this.on('addedfile', (file) => {
      list.innerHTML = caption(file); // flow: file -> html
      list.innerHTML = `<li>${file.size}</li>`;
    });
    const self = this;
    self.on('removedfile', () => { list.innerHTML = self.files[0].name; }); // flow: file -> html
  },
});
zone.on('addedfile', (file) => {
  list.innerHTML = `<li>${caption(file)}</li>`; // flow: file -> html
  list.lastElementChild.textContent = caption(file);
});
zone.on('addedfiles', (files) => files.forEach((file) => { list.innerHTML = file.name; })); // flow: file -> html
zone.on('queuecomplete', () => { list.innerHTML = '<li>done</li>'; });
zone.getAcceptedFiles().forEach((file) => { list.innerHTML = file.upload.filename; }); // flow: file -> html
Dropzone.options.upload = {
  success(file) { list.innerHTML = file.name; }, // flow: file -> html
  complete(file) { list.textContent = file.name; },
};

function Drop() {
  const { acceptedFiles } = useDropzone({
    onDrop: (accepted) => { list.innerHTML = accepted.map((file) => file.name).join(''); }, // flow: file -> html
  });
  list.innerHTML = acceptedFiles[0].name; // flow: file -> html
  list.innerHTML = acceptedFiles.length;
}
Drop();

const pond = FilePond.create(document.querySelector('input'), {
  onaddfile: (error, item) => { list.innerHTML = item.filename; }, // flow: file -> html
  onprocessfile: (error, item) => { list.innerHTML = item.id; },
});
pond.on('addfile', (error, item) => { list.innerHTML = item.file.name; }); // flow: file -> html
list.innerHTML = pond.getFiles().map((item) => item.filename); // flow: file -> html
list.innerHTML = pond.getFiles().length;
document.addEventListener('FilePond:addfile', (e) => { list.innerHTML = e.detail.file.filename; }); // flow: file -> html

const uppy = new Uppy({ autoProceed: false }).use(Dashboard, {});
uppy.on('file-added', (file) => { list.innerHTML = file.meta.name; }); // flow: file -> html
uppy.on('complete', (result) => { list.innerHTML = result.successful.map((file) => file.name).join(); }); // flow: file -> html
uppy.on('complete', (result) => { list.innerHTML = result.successful.length; });

const uploader = new plupload.Uploader({
  init: {
    FilesAdded(up, files) {
      plupload.each(files, (file) => { list.innerHTML += `<li>${file.name}</li>`; }); // flow: file -> html
      plupload.each(files, (file) => { list.innerHTML += `<li>${file.size}</li>`; });
    },
  },
});
uploader.bind('FilesAdded', (up, files) => { list.innerHTML = files[0].name; }); // flow: file -> html

const sender = new Resumable({ target: '/upload' });
sender.on('fileAdded', (file) => { list.innerHTML = file.fileName; }); // flow: file -> html
sender.on('fileProgress', (file) => { list.innerHTML = file.progress(); });
new Flow({}).on('filesAdded', (files) => { list.innerHTML = files[0].name; }); // flow: file -> html

$('#file').fileupload({
  add(e, data) { list.innerHTML = data.files[0].name; }, // flow: file -> html
  progress(e, data) { list.innerHTML = data.loaded; },
});
$('#file').on('fileuploadadd', (e, data) => { list.innerHTML = data.files[0].name; }); // flow: file -> html
new qq.FineUploader({ callbacks: { onSubmit: (id, name) => { list.innerHTML = name; } } }); // flow: file -> html

const sheet = <Upload beforeUpload={(file) => { list.innerHTML = file.name; return false; }} />; // flow: file -> html
document.addEventListener('drop', (e) => { list.innerHTML = e.dataTransfer.files[0].name; }); // flow: file -> html
document.addEventListener('paste', (e) => { list.innerHTML = e.clipboardData.items[0].getAsFile().name; }); // flow: file -> html
async function choose() {
  const [handle] = await showOpenFilePicker();
  const file = await handle.getFile();
  list.innerHTML = file.name; // flow: file -> html
  list.innerHTML = await file.text(); // flow: file -> html
  list.innerHTML = file.lastModified;
}
choose();
