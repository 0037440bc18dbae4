import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

type Capacity = { readonly CapacityUnits?: number };

/** Asks for the consumed capacity with every request, table and indexes together, and adds it up; `take` returns the sum and resets it. */
export function countCapacity(client: DynamoDBClient) {
  const sum = { read: 0, write: 0, requests: 0 };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const input = { ...args.input, ReturnConsumedCapacity: 'TOTAL' } as typeof args.input;
      const answer = await next({ ...args, input });
      const { ConsumedCapacity } = answer.output as { ConsumedCapacity?: Capacity | readonly Capacity[] };
      const units = [ConsumedCapacity ?? []].flat().reduce((total, { CapacityUnits = 0 }: Capacity) => total + CapacityUnits, 0);
      sum[/Get|Query/.test(context.commandName ?? '') ? 'read' : 'write'] += units;
      sum.requests += 1;
      return answer;
    },
    { step: 'initialize', name: 'countCapacity' },
  );
  return {
    take() {
      const taken = { ...sum };
      Object.assign(sum, { read: 0, write: 0, requests: 0 });
      return taken;
    },
  };
}
