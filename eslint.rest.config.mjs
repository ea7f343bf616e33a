import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

// What n8n's stock configuration (eslint.config.mjs) does not look at: everything but nodes/ and credentials/.
export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', 'rules/generated/**', '.steward/**', 'tests/output/**'] },
  js.configs.recommended,
  tseslint.configs.strict,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true } }],
    },
  },
  {
    // The engine takes clock, randomness and ids as parameters: the same input gives the same bytes.
    files: ['engine/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['process', 'window', 'document', 'fetch', 'setTimeout', 'setInterval', 'crypto', 'performance', 'Buffer'],
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random' },
        { object: 'Date', property: 'now' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'The clock comes in as a parameter.',
        },
        { selector: "NewExpression[callee.name='Function']", message: 'A rule must never run code.' },
        { selector: 'TSEnumDeclaration', message: 'Use an as-const array and a union.' },
      ],
    },
  },
  {
    files: ['editor/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    // Programs of the command line speak through the console, and Vitest and Rollup want default exports.
    files: [
      'hub/src/cli/**',
      'hub/src/operate/**',
      'hub/src/standalone/**',
      'host/**',
      'tests/**',
      'examples/**',
      'rules/schema/**',
      '*.mjs',
      '*.mts',
      'hub/bin/**',
    ],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
    rules: { 'no-console': 'off', 'no-restricted-exports': 'off' },
  },
);
