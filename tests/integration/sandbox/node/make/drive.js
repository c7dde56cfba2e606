// Make's own client against the sandbox; prints what it saw as JSON.
const { Make } = require("@makehq/sdk");

const [zone, token] = process.argv.slice(2);

function client(key) {
  const made = new Make(key, zone);
  made.protocol = "http";
  return made;
}

const make = client(token);
const welcome = 30311;

async function refused(call) {
  try {
    await call();
    return null;
  } catch (error) {
    return { status: error.statusCode ?? error.status ?? null, message: error.message };
  }
}

async function main() {
  const me = await make.users.me();
  const [organisation] = await make.organizations.list();
  const teams = await make.teams.list(organisation.id);
  const sales = teams.find((team) => team.name === "Sales");
  const scenarios = await make.scenarios.list(sales.id, {
    cols: ["id", "name", "isActive", "isPaused", "isinvalid", "scheduling", "dlqCount"],
  });
  const page = await make.scenarios.list(sales.id, { pg: { limit: 2, offset: 5 } });
  const takes = await make.scenarios.interface(welcome);
  const before = await make.executions.list(welcome);
  const begun = await make.scenarios.run(
    welcome,
    { application_id: "BETA-0001", email: "rada@example.org" },
    { responsive: false },
  );
  const detail = await make.executions.getDetail(welcome, begun.executionId);
  const line = await make.executions.get(welcome, begun.executionId);
  const after = await make.executions.list(welcome);
  const failed = await make.executions.list(30312);
  const wrong = failed.find((each) => each.status === 3);
  const why = await make.executions.getDetail(30312, wrong.id);
  const stranger = client("6a1b2c3d-0000-4000-8000-000000000000");
  process.stdout.write(
    JSON.stringify({
      me: me.id,
      organisation: organisation.name,
      teams: teams.map((team) => team.name),
      states: Object.fromEntries(scenarios.map((s) => [s.name, [s.isActive, s.isPaused, s.isinvalid, s.scheduling.type, s.dlqCount]])),
      page: page.map((each) => each.id),
      inputs: takes.input.map((each) => [each.name, each.type, each.required ?? false]),
      detail: detail.status,
      line: [line.status, line.authorId === me.id, line.type],
      added: after.length - before.length,
      newest: after[0].id === begun.executionId,
      why,
      refusals: {
        token: await refused(() => stranger.users.me()),
        scenario: await refused(() => make.scenarios.get(1)),
        off: await refused(() => make.scenarios.run(30340, {}, { responsive: false })),
        inputs: await refused(() => make.scenarios.run(welcome, { company: "x" }, { responsive: false })),
      },
    }),
  );
}

main().catch((error) => {
  process.stderr.write(String(error.stack ?? error));
  process.exit(1);
});
