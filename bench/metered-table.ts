import {
  BatchGetItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  type PutItemCommandInput,
  QueryCommand,
  TransactWriteItemsCommand,
  type TransactWriteItemsCommandInput,
} from '@aws-sdk/client-dynamodb';
import { INDEXES } from '../store/keys.ts';
import { type Attributes, readUnits, sizeOf, transactionUnits, writeUnits } from './request-units.ts';

/** Units of an operation: as the engine counts, as DynamoDB charges, and the least that it could charge for the same answer. */
export type Units = { engine: number; charged: number; least: number };
export type Metered = { reads: Units; writes: Units; requests: number };

type Answered = { ConsumedCapacity?: Consumed | readonly Consumed[]; Item?: Attributes; Items?: Attributes[] };
type Batch = { readonly Responses?: Record<string, Attributes[]> };
type Consumed = { readonly CapacityUnits?: number };

const NO_UNITS: Units = { engine: 0, charged: 0, least: 0 };
const empty = (): Metered => ({ reads: { ...NO_UNITS }, writes: { ...NO_UNITS }, requests: 0 });

/** Meters what goes through the client; `aside` reads what a write replaces, beside the count. `take` gives the sum and begins anew. */
export function meterTable(client: DynamoDBClient, aside: DynamoDBClient) {
  let sum = empty();
  const add = (units: Units, { engine, charged, least }: Units) => {
    units.engine += engine;
    units.charged += charged;
    units.least += least;
  };
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const input = { ...args.input, ReturnConsumedCapacity: 'INDEXES' } as typeof args.input;
        const written = await priceOfWrite(commandName ?? '', args.input, aside);
        const answer = await next({ ...args, input });
        const output = answer.output as Answered & Batch;
        const engine = [output.ConsumedCapacity ?? []].flat().reduce((total, { CapacityUnits = 0 }: Consumed) => total + CapacityUnits, 0);
        sum.requests += 1;
        if (written !== undefined) add(sum.writes, { engine, charged: written, least: written });
        else add(sum.reads, { engine, ...priceOfRead(commandName ?? '', args.input, output) });
        return answer;
      },
    { step: 'initialize', name: 'meterTable' },
  );
  return {
    take(): Metered {
      const taken = sum;
      sum = empty();
      return taken;
    },
  };
}

function priceOfRead(commandName: string, input: object, { Item, Items = [], Responses = {} }: Answered & Batch): Omit<Units, 'engine'> {
  const price = (sizes: readonly number[], consistent: boolean) => ({
    charged: sizes.reduce((sum, size) => sum + readUnits(size, { consistent }), 0),
    least: sizes.reduce((sum, size) => sum + readUnits(size, { consistent: false }), 0),
  });
  const isConsistent = 'ConsistentRead' in input && input.ConsistentRead === true;
  if (commandName === GetItemCommand.name) return price([Item ? sizeOf(Item) : 0], isConsistent);
  if (commandName === QueryCommand.name) return price([Items.reduce((sum, item) => sum + sizeOf(item), 0)], isConsistent);
  if (commandName === BatchGetItemCommand.name) return price(Object.values(Responses).flat().map(sizeOf), true);
  throw new Error(`there is no price for ${commandName}`);
}

/** Undefined of what is no write. A put alone is into a table without indexes, or of an item that none of them lists. */
async function priceOfWrite(commandName: string, input: object, aside: DynamoDBClient): Promise<number | undefined> {
  if (commandName === TransactWriteItemsCommand.name) return priceOfTransaction(input as TransactWriteItemsCommandInput, aside);
  if (commandName !== PutItemCommand.name) return undefined;
  const { TableName, Item = {} } = input as PutItemCommandInput;
  const { pk, sk } = Item;
  if (!pk) throw new Error('there is no price for this write');
  const { Item: before = {} } = await aside.send(new GetItemCommand({ TableName, Key: { pk, ...(sk && { sk }) }, ConsistentRead: true }));
  return writeUnits(Math.max(sizeOf(before), sizeOf(Item)));
}

async function priceOfTransaction({ TransactItems = [] }: TransactWriteItemsCommandInput, aside: DynamoDBClient): Promise<number> {
  const prices = TransactItems.map(async ({ Put }) => {
    const { TableName, Item = {} } = Put ?? {};
    const { pk, sk } = Item;
    if (!pk || !sk) throw new Error('there is no price for this write');
    const { Item: before } = await aside.send(new GetItemCommand({ TableName, Key: { pk, sk }, ConsistentRead: true }));
    return transactionUnits(before, Item, INDEXES);
  });
  return (await Promise.all(prices)).reduce((sum, units) => sum + units, 0);
}
