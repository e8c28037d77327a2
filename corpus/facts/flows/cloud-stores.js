// Libraries that keep data with a service: what they are given goes out.
import { initializeApp } from 'firebase/app';
import { addDoc, collection, doc, getFirestore, runTransaction, setDoc, updateDoc, writeBatch } from 'firebase/firestore';
import { getDatabase, push, ref, set, update } from 'firebase/database';
import { getStorage, uploadString } from 'firebase/storage';
import { getFunctions, httpsCallable } from 'firebase/functions';
import { createClient } from '@supabase/supabase-js';
import { generateClient } from 'aws-amplify/api';
import { uploadData } from 'aws-amplify/storage';
import PocketBase from 'pocketbase';
import { ApolloClient } from '@apollo/client';
import { GraphQLClient, request } from 'graphql-request';
import { Client } from '@notionhq/client';
import { BlobServiceClient } from '@azure/storage-blob';
import { addDoc as addFromCdn } from 'https://www.gstatic.com/firebasejs/10.7.1/firebase-firestore.js';

const db = getFirestore(initializeApp({ projectId: 'example-board' }));
const live = getDatabase();
const supabase = createClient('https://example.supabase.co', 'anon');
const amplify = generateClient();
const pocket = new PocketBase('https://board.example.com');
const apollo = new ApolloClient({ uri: 'https://graph.example.com/' });
const graph = new GraphQLClient('https://graph.example.com/');
const notion = new Client({});
const call = httpsCallable(getFunctions(), 'receive');

kintone.events.on('app.record.create.submit.success', async (event) => {
  const v = event.record.届け先.value;
  await addDoc(collection(db, 'deliveries'), { v }); // flow: record -> request-body
  await addDoc(collection(db, 'deliveries'), { number: v.length });
  await addDoc(collection(db, 'deliveries'), { screen: event.type });
  await setDoc(doc(db, 'deliveries', 'a'), { v }); // flow: record -> request-body
  await updateDoc(doc(db, 'deliveries', 'a'), { v }); // flow: record -> request-body
  await updateDoc(doc(db, 'deliveries', 'a'), 'to', v); // flow: record -> request-body
  const batch = writeBatch(db);
  batch.set(doc(db, 'deliveries', 'a'), { v }); // flow: record -> request-body
  await runTransaction(db, async (transaction) => {
    transaction.update(doc(db, 'deliveries', 'a'), { v }); // flow: record -> request-body
  });
  await addFromCdn(collection(db, 'deliveries'), { v }); // flow: record -> request-body
  await set(ref(live, 'deliveries/a'), { v }); // flow: record -> request-body
  await push(ref(live, 'deliveries'), { v }); // flow: record -> request-body
  await update(ref(live), { v: v.length });
  await uploadString(ref(getStorage(), 'a.txt'), v); // flow: record -> request-body
  await call({ v }); // flow: record -> request-body
  await firebase.firestore().collection('a').doc('b').collection('c').add({ v }); // flow: record -> request-body
  await firebase.firestore().collection('a').doc('b').set({ v }); // flow: record -> request-body
  await firebase.database().ref('a').child('b').push().set({ v }); // flow: record -> request-body
  await supabase.from('deliveries').insert([{ v }]); // flow: record -> request-body
  await supabase.from('deliveries').select('v');
  await supabase.rpc('receive', { v }); // flow: record -> request-body
  await supabase.functions.invoke('receive', { body: { v } }); // flow: record -> request-body
  await amplify.graphql({ query: 'mutation', variables: { input: { v } } }); // flow: record -> request-body
  await amplify.models.Delivery.create({ v }); // flow: record -> request-body
  await uploadData({ path: 'a', data: v }); // flow: record -> request-body
  await pocket.collection('deliveries').create({ v }); // flow: record -> request-body
  await pocket.collection('deliveries').update('a', { v }); // flow: record -> request-body
  await apollo.mutate({ mutation: 'm', variables: { v } }); // flow: record -> request-body
  await graph.request('mutation', { v }); // flow: record -> request-body
  await request('https://graph.example.com/', 'mutation', { v }); // flow: record -> request-body
  await notion.pages.create({ properties: { v } }); // flow: record -> request-body
  const blobs = BlobServiceClient.fromConnectionString('x').getContainerClient('a').getBlockBlobClient('b');
  await blobs.upload(v, v.length); // flow: record -> request-body
  return event;
});
// Names of the code's own that sound alike.
const addDocument = (to, what) => to.push(what);
const own = { collection: () => ({ create: (x) => x }) };
kintone.events.on('app.record.detail.show', (event) => {
  addDocument([], event.record.届け先.value);
  own.collection('deliveries').create({ v: event.record.届け先.value });
});
