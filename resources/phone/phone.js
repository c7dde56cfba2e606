"use strict";
// What was saved is kept on the phone until the computer has answered; each press has an id of its own, so that it is done once.
(() => {
  const STORE = "journeydesk.waiting", DRAFT = "journeydesk.draft ", CALL = "journeydesk.call";
  const pill = document.getElementById("pill");
  const words = document.getElementById("pill-words");
  const connected = words ? words.textContent : "";
  const read = (name) => { try { return JSON.parse(localStorage.getItem(name)); } catch { return null; } };
  const write = (name, value) => { try { value === null ? localStorage.removeItem(name) : localStorage.setItem(name, JSON.stringify(value)); return true; } catch { return false; } };
  const waiting = () => read(STORE) || [];

  const show = () => {
    if (!pill) return;
    const count = waiting().length;
    pill.classList.toggle("waiting", count > 0);
    const text = count ? pill.dataset.waiting.replace("#", String(count)) : connected;
    if (words.textContent !== text) words.textContent = text;
  };

  const post = (entry) => fetch(entry.address, {
    method: "POST", body: entry.body, credentials: "same-origin", redirect: "manual",
    headers: { "Content-Type": "application/x-www-form-urlencoded", Accept: "application/json" },
  });

  let sending = false;
  const send = async () => {
    if (sending) return null;
    sending = true;
    let last = null;
    try {
      for (const entry of waiting()) {
        let answer;
        try { answer = await post(entry); } catch { break; }
        // A refusal is an answer, too: what was typed goes back to the person. Anything else waits.
        if (answer.status !== 200 && answer.status !== 422) break;
        last = await answer.json();
        write(STORE, waiting().filter((other) => other.id !== entry.id));
        if (answer.status === 422) { last.entry = entry; break; }
        if (entry.draft) write(DRAFT + entry.draft, null);
      }
    } finally { sending = false; show(); }
    return last;
  };

  const complain = (form, sentence) => {
    let line = form.querySelector(".problem");
    if (!line) {
      line = document.createElement("p");
      line.className = "problem";
      line.setAttribute("role", "alert");
      form.prepend(line);
    }
    line.textContent = sentence;
    line.scrollIntoView({ block: "nearest" });
  };

  const fields = (form) => new URLSearchParams(new FormData(form));
  const draftName = (form) => new URL(form.action).pathname;

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.matches("[data-keep]")) return;
    event.preventDefault();
    if (form.dataset.busy) return;
    form.dataset.busy = "1";
    const body = fields(form);
    const id = crypto.randomUUID ? crypto.randomUUID() : Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
    body.set("request", id);
    const entry = { id, address: form.action, body: body.toString(), draft: form.matches("[data-draft]") ? draftName(form) : "" };
    const mine = [...waiting(), entry];
    if (!write(STORE, mine)) {
      // Without room on the phone the form goes the plain way.
      form.submit();
      return;
    }
    const answer = await send();
    delete form.dataset.busy;
    if (answer && answer.entry && answer.entry.id === id) { complain(form, answer.problem); return; }
    if (waiting().some((other) => other.id === id)) { complain(form, pill ? pill.dataset.lost : ""); return; }
    if (answer) location.assign(answer.next);
  });

  const keep = (form) => write(DRAFT + draftName(form), fields(form).toString());
  for (const form of document.querySelectorAll("form[data-draft]")) {
    const stored = read(DRAFT + draftName(form));
    if (stored) {
      for (const [name, value] of new URLSearchParams(stored)) {
        if (name === "request" || name === "at") continue;
        for (const field of form.querySelectorAll(`[name="${name}"]`)) {
          if (field.type === "radio") field.checked = field.value === value;
          else if (!field.value) field.value = value;
        }
      }
    }
    form.addEventListener("input", () => keep(form));
  }

  const open = (sheet) => {
    if (!sheet) return false;
    if (sheet.open) sheet.close();
    sheet.showModal();
    const first = sheet.querySelector("textarea, input:not([type=hidden]):not([type=radio])");
    if (first && !matchMedia("(pointer: coarse)").matches) first.focus();
    return true;
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    if (link.dataset.sheet && open(document.getElementById(link.dataset.sheet))) event.preventDefault();
    if ("close" in link.dataset) {
      const sheet = link.closest("dialog");
      if (sheet) { event.preventDefault(); sheet.close(); }
    }
    if ("call" in link.dataset) write(CALL, { at: Date.now(), address: link.dataset.call || link.dataset.address });
  });

  // Back from the telephone: the log stands ready, its minutes are a guess.
  const back = () => {
    const call = read(CALL);
    if (!call || document.visibilityState !== "visible" || Date.now() - call.at < 1500) return;
    const minutes = Math.max(1, Math.round((Date.now() - call.at) / 60000));
    if (minutes > 240) { write(CALL, null); return; }
    if (call.address !== location.pathname) { location.assign(call.address + "?sheet=call"); return; }
    write(CALL, null);
    const sheet = document.getElementById("sheet-call");
    if (!sheet) return;
    sheet.querySelector("[name=minutes]").value = String(minutes);
    sheet.querySelector("[name=at]").value = new Date(call.at).toISOString();
    const when = document.getElementById("call-when");
    const clock = new Date(call.at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    when.textContent = `${when.dataset.now}, ${clock} · ${minutes} min`;
    open(sheet);
  };
  document.addEventListener("visibilitychange", back);
  window.addEventListener("pageshow", back);

  for (const sheet of document.querySelectorAll("dialog[open]")) open(sheet);
  show();
  const retry = async () => { if (waiting().length && document.visibilityState === "visible") { const answer = await send(); if (answer && !answer.entry && !waiting().length) location.reload(); } };
  retry();
  window.addEventListener("online", retry);
  setInterval(retry, 15000);

  const pair = document.getElementById("pair");
  if (pair) {
    const ask = () => {
      const secret = location.hash.slice(1);
      const form = document.getElementById("ask");
      if (!secret || !form) return;
      history.replaceState(null, "", location.pathname);
      form.querySelector("input").value = secret;
      form.submit();
    };
    // The page may be open already when the picture is scanned.
    window.addEventListener("hashchange", ask);
    ask();
    if (pair.dataset.number) {
      const left = document.getElementById("left");
      const until = Date.now() + Number(left.dataset.seconds) * 1000;
      const tick = async () => {
        const seconds = Math.max(0, Math.round((until - Date.now()) / 1000));
        left.textContent = left.textContent.replace(/\d+( \S+) \d+/, `${Math.floor(seconds / 60)}$1 ${String(seconds % 60)}`);
        try {
          const state = await (await fetch("/phone/pair/state", { credentials: "same-origin" })).json();
          if (state.next) location.assign(state.next);
        } catch { /* It asks again in a moment. */ }
      };
      setInterval(tick, 1000);
    }
  }
})();
