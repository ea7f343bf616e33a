import type { INodeProperties } from 'n8n-workflow';
import { usualAuthorValues } from '../../../engine/index.ts';
import type { MessageAuthor } from '../../../engine/index.ts';
import { pathField } from '../path-field.ts';

const whenList = { show: { messagesFrom: ['list'] } };

function inMessage(displayName: string, name: string, preset: string, description: string): INodeProperties {
  return pathField(displayName, name, `e.g. ${preset}`, `Path inside a message ${description}`, {
    default: preset,
    displayOptions: whenList,
  });
}

function valuesOf(displayName: string, author: MessageAuthor, whom: string): INodeProperties {
  const preset = usualAuthorValues[author];
  return {
    displayName,
    name: `${author}Values`,
    type: 'string',
    noDataExpression: true,
    default: preset,
    placeholder: `e.g. ${preset}`,
    displayOptions: whenList,
    description: `Values of the author that mean ${whom}, with commas between`,
  };
}

/** Where the messages of a conversation are, for every node that reads one. */
export const messageFields: INodeProperties[] = [
  {
    displayName: 'Messages',
    name: 'messagesFrom',
    type: 'options',
    noDataExpression: true,
    options: [
      { name: 'A List of Messages', value: 'list', description: 'With author and time, the oldest first' },
      { name: 'One Text', value: 'text', description: 'A message of the customer, such as an e-mail or a form' },
    ],
    default: 'list',
    description: 'Where the conversation is',
  },
  pathField('Text Field', 'textField', 'e.g. body.text', 'Path of the text inside the item', {
    required: true,
    displayOptions: { show: { messagesFrom: ['text'] } },
  }),
  pathField('List Field', 'listField', 'e.g. body.messages', 'Path of the list of messages inside the item', {
    required: true,
    displayOptions: whenList,
  }),
  inMessage('Message Text Field', 'messageField', 'text', 'of what was written'),
  inMessage('Author Field', 'authorField', 'author', 'of who wrote it; empty when the customer wrote all'),
  inMessage('Time Field', 'timeField', 'at', 'of when it was written: ISO 8601, or seconds since 1970'),
  inMessage('Channel Field', 'channelField', 'channel', 'of the channel, such as email or chat'),
  inMessage('Contact Field', 'contactField', 'contact', 'of the ID of its ticket, call, or session'),
  valuesOf('Customer Is', 'customer', 'the customer'),
  valuesOf('Agent Is', 'agent', 'a person of the company'),
  valuesOf('Automation Is', 'automation', 'a machine of the company'),
  pathField(
    'As Of',
    'nowField',
    'e.g. body.checkedAt',
    'Path inside the item of the moment that counts as now, for how long the customer waits. Leave it empty for the time of the last message.',
  ),
];
