/**
 * What reading a long policy costs in CPU: `npm run terms-speed`. A policy of 300 KB with forty quotes, and one of its
 * versions compared with the next, in which every hundredth sentence is another. The median of rounds, each with texts that were never read.
 */
import { compareTexts } from '../../domain/watch/compare-texts.ts';
import { judgeQuotes } from '../../domain/watch/judge-quotes.ts';
import { seededRandom } from '../seeded-random.ts';
import { quantile } from '../statistics.ts';

const BYTES = 300_000;
const QUOTES = 40;
const ROUNDS = 15;
const WARM_UP = 5;
const WORDS =
  'we may keep share your the data on servers of our group with providers in that are for when you use this service and its features as law asks content messages photos account settings advertising partners measure'.split(
    ' ',
  );
const COUNTRIES = ['Ireland', 'Norway', 'Singapore', 'the United States', 'Malaysia', 'Brazil', 'Japan'];

const random = seededRandom(7);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

function makeSentences(): string[] {
  const sentences: string[] = [];
  for (let bytes = 0; bytes < BYTES; bytes += sentences.at(-1)?.length ?? 0) {
    const words = Array.from({ length: 8 + Math.floor(random() * 24) }, () => pick(WORDS));
    if (random() < 0.1) words.push('in', pick(COUNTRIES));
    sentences.push(`${words.join(' ').replace(/^./u, (first) => first.toUpperCase())}.`);
  }
  return sentences;
}

/** Paragraphs of five sentences under a heading here and there. */
const toPage = (sentences: readonly string[]) =>
  sentences.map((sentence, i) => (i % 50 === 0 ? `\n\n## Part ${i}\n\n${sentence}` : i % 5 === 0 ? `\n\n${sentence}` : ` ${sentence}`)).join('');

function cpuMs(run: () => void): number {
  const started = process.cpuUsage();
  run();
  return process.cpuUsage(started).user / 1000;
}

const judged: number[] = [];
const compared: number[] = [];
for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
  const sentences = makeSentences();
  const changed = sentences.map((sentence, i) => (i % 100 === 7 ? sentence.replace(/^\S+ \S+/u, 'Nowadays we') : sentence));
  const [before, after] = [toPage(sentences), toPage(changed)];
  const quotes = Array.from({ length: QUOTES }, (_, i) => ({ fact: `paths/${i}`, item: `/paths/${i}/evidence/0`, quote: changed[i * 31] ?? '' }));
  const judging = cpuMs(() => judgeQuotes(quotes, undefined, after));
  const comparing = cpuMs(() => compareTexts({ before, after, language: 'en', names: { own: ['Plaza'], group: ['Plaza Holdings Ltd.'] } }));
  if (round < WARM_UP) continue;
  judged.push(judging);
  compared.push(comparing);
}
const say = (list: readonly number[]) => `${quantile(list, 0.5).toFixed(1)} ms CPU (median; slowest ${Math.max(...list).toFixed(1)})`;
console.log(`${QUOTES} quotes in ${BYTES / 1000} KB: ${say(judged)}`);
console.log(`two versions of ${BYTES / 1000} KB, one of them read before: ${say(compared)}`);
