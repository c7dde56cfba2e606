// Drives the sandbox with Airtable's own JavaScript client and prints what it saw as one JSON object.
// Usage: node drive.js ENDPOINT TOKEN BASE; the client is found through NODE_PATH.
const Airtable = require('airtable');

async function refusal(work) {
  try {
    await work();
    return null;
  } catch (error) {
    return {error: error.error, message: error.message, statusCode: error.statusCode};
  }
}

async function main() {
  const [endpointUrl, apiKey, baseId] = process.argv.slice(2);
  const settings = {endpointUrl, noRetryIfRateLimited: true, requestTimeout: 5000};
  const base = new Airtable({...settings, apiKey}).base(baseId);
  const table = base('Beta Applications');

  const pages = [];
  const ids = new Set();
  await table.select({fields: ['Company']}).eachPage((records, next) => {
    pages.push(records.length);
    records.forEach(record => ids.add(record.id));
    next();
  });

  const made = await table.create([
    {fields: {'Application ID': 'BETA-NODE0001', Company: 'Ćma i Świerk'}},
    {fields: {'Application ID': 'BETA-NODE0002', Company: '深山出版'}},
  ]);
  const updated = await table.update([{id: made[0].id, fields: {Status: 'Reviewing', 'Deal Probability': 0.25}}]);
  const replaced = await table.replace(made[1].id, {'Application ID': 'BETA-NODE0002'});
  const found = await table.select({filterByFormula: "{Application ID}='BETA-NODE0001'"}).firstPage();
  const upserted = await table.update(
    [{fields: {'Application ID': 'BETA-NODE0001', Notes: 'merged'}}, {fields: {'Application ID': 'BETA-NODE0003'}}],
    {performUpsert: {fieldsToMergeOn: ['Application ID']}}
  );
  const destroyed = await table.destroy([made[0].id, made[1].id]);

  const stranger = new Airtable({...settings, apiKey: 'patWrong.0000'}).base(baseId);
  const report = {
    pages,
    distinct: ids.size,
    companies: made.map(record => record.get('Company')),
    status: updated[0].get('Status'),
    probability: updated[0].get('Deal Probability'),
    replacedCompany: replaced.get('Company') === undefined,
    found: found.map(record => record.id === made[0].id),
    upserted: upserted.map(record => [record.get('Application ID'), record.id === made[0].id, record.get('Notes') ?? null]),
    destroyed: destroyed.length,
    refusals: {
      token: await refusal(() => stranger('Beta Applications').select().firstPage()),
      table: await refusal(() => base('Nonsense').select().firstPage()),
      record: await refusal(() => table.find('recAAAAAAAAAAAAAA')),
      field: await refusal(() => table.create({Nonsense: 'x'})),
      eleven: await refusal(() => table.create(Array(11).fill({fields: {Company: 'x'}}))),
    },
  };
  console.log(JSON.stringify(report));
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
