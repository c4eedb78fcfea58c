// Runs only in pages of sites that the reader wants annotated whatever they look like, and says that one is here.
chrome.runtime.sendMessage({ request: "qualifies" }).catch(() => {}); // rejected when the extension has gone meanwhile
