"use strict";
// Asks the browser for a passkey and puts what it answers into the form. Without scripts the passphrase remains.
(function () {
  const form = document.getElementById("passkey-form");
  const status = document.getElementById("passkey-status");
  if (!form) return;
  if (!window.PublicKeyCredential) {
    status.textContent = "This browser has no passkeys. Use the passphrase and a code.";
    return;
  }
  const decode = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (character) => character.charCodeAt(0));
  const encode = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const set = (name, buffer) => { form.elements[name].value = encode(buffer); };
  let isAnswered = false;

  form.addEventListener("submit", async (event) => {
    if (isAnswered) return;
    event.preventDefault();
    const { ceremony, challenge, party } = form.dataset;
    status.textContent = "Follow your browser.";
    try {
      if (ceremony === "create") {
        const made = await navigator.credentials.create({
          publicKey: {
            challenge: decode(challenge),
            rp: { id: party, name: document.title },
            user: { id: decode(form.dataset.account), name: form.dataset.name, displayName: form.dataset.display },
            pubKeyCredParams: [{ type: "public-key", alg: -7 }],
            authenticatorSelection: { residentKey: "required", userVerification: "required" },
            attestation: "none",
            timeout: 120000,
          },
        });
        set("client-data", made.response.clientDataJSON);
        set("attestation", made.response.attestationObject);
      } else {
        const used = await navigator.credentials.get({
          publicKey: { challenge: decode(challenge), rpId: party, userVerification: "required", timeout: 120000 },
        });
        set("credential", used.rawId);
        set("client-data", used.response.clientDataJSON);
        set("authenticator-data", used.response.authenticatorData);
        set("signature", used.response.signature);
      }
      isAnswered = true;
      form.submit();
    } catch (error) {
      status.textContent = "It did not work, or was cancelled. Try again.";
    }
  });
})();
