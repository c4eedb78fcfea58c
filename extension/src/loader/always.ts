// Runs only in pages of sites that the reader wants annotated whatever they look like, and says that one is here.
chrome.runtime.sendMessage({ request: "qualifies", began: performance.timeOrigin }).catch(() => {}); // rejected when the extension has gone meanwhile
