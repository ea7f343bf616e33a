import { allSettings, type Setting } from './settings-table.ts';

const groups: readonly { title: string; only: Setting<unknown>['only'] }[] = [
  { title: 'Every hub', only: undefined },
  { title: 'Mounted in n8n', only: 'mounted' },
  { title: 'Standalone', only: 'standalone' },
];

/** All settings as Markdown: what stands in docs/settings.md, held to it by a test. */
export function settingsPage(): string {
  return [
    '# Settings of the hub',
    '',
    'All of them are variables of the environment, read and checked at start: a hub with a wrong one does not start, and says everything that is wrong at once. A variable of Steward’s that nothing reads is a warning in the log. The value of a secret stands in no message. Where a variable has a companion `…_FILE`, that names a file which holds the value.',
    ...groups.flatMap(({ title, only }) => ['', `## ${title}`, '', ...tableOf(only)]),
    '',
  ].join('\n');
}

function tableOf(only: Setting<unknown>['only']): string[] {
  return [
    '| variable | what it is | unless set | what for |',
    '| --- | --- | --- | --- |',
    ...allSettings
      .filter((entry) => entry.only === only)
      .map(
        ({ name, form, fallbackText, about, orFile }) =>
          `| \`${name}\`${orFile ? `, \`${name}_FILE\`` : ''} | ${form.kind} | ${fallbackText} | ${about} |`,
      ),
  ];
}
