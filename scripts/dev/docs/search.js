// The search of the theme looks for every word that begins with a word of the query: "a" finds all words with an a
// first, and a rare word such as "sending" weighs more than "send". Here, words that say nothing are left out, whole
// words weigh more than beginnings, and names such as WebSocket, which the index splits, are found in lower case.
(() => {
  const [SETUP, QUERY] = [0, 2]; // types of the messages to the worker
  const WEIGHT = 4;
  const SILENT = new Set(
    `a an and are as at be by can do does for from get how i in into is it me my of on or that the this to use what when
    where which who why with you`.split(/\s+/),
  );
  const spellings = new Map();

  const learn = ({ docs }) => {
    for (const { title, text } of docs)
      for (const [word] of `${title} ${text}`.matchAll(/\w{2,}[A-Z][a-z]\w*/g)) spellings.set(word.toLowerCase(), word);
  };
  const refined = (query) => {
    const words = query.split(/[\s?!,…]+/).filter(Boolean);
    if (!words.every((word) => /^\w[\w.-]*$/.test(word))) return query; // has operators, or quotation marks
    const meant = words.filter((word) => !SILENT.has(word.toLowerCase()));
    return (meant.length ? meant : words)
      .map((word) => spellings.get(word.toLowerCase()) ?? word)
      .map((word) => `${word}^${WEIGHT} ${word}`)
      .join(" ");
  };

  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    if (message?.type === SETUP) learn(message.data);
    const isQuery = message?.type === QUERY;
    return post.call(this, isQuery ? { ...message, data: refined(message.data) } : message, ...rest);
  };
})();
