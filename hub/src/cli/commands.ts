import { backtestCommand } from './backtest.command.ts';
import { certifyCommand } from './certify.command.ts';
import { checkCommand } from './check.command.ts';
import type { Command } from './command.ts';
import { convertCommand } from './convert.command.ts';
import { decideCommand } from './decide.command.ts';
import { handoffCommand } from './handoff.command.ts';
import { identityEvaluateCommand } from './identity-evaluate.command.ts';
import { identityExplainCommand } from './identity-explain.command.ts';
import { identityResolveCommand } from './identity-resolve.command.ts';
import { identityTrainCommand } from './identity-train.command.ts';
import { journeyCompileCommand } from './journey-compile.command.ts';
import { journeyImportCommand } from './journey-import.command.ts';
import { journeySimulateCommand } from './journey-simulate.command.ts';
import { ledgerExportCommand } from './ledger-export.command.ts';
import { ledgerVerifyCommand } from './ledger-verify.command.ts';
import { receiptVerifyCommand } from './receipt-verify.command.ts';
import { redactCommand } from './redact.command.ts';
import { sentimentAdaptCommand } from './sentiment-adapt.command.ts';
import { sentimentCommand } from './sentiment.command.ts';
import { testCommand } from './test.command.ts';

/** All commands, in the order of the help. */
export const commands: readonly Command[] = [
  decideCommand,
  convertCommand,
  checkCommand,
  testCommand,
  backtestCommand,
  certifyCommand,
  journeyCompileCommand,
  journeyImportCommand,
  journeySimulateCommand,
  identityResolveCommand,
  identityTrainCommand,
  identityEvaluateCommand,
  identityExplainCommand,
  sentimentCommand,
  sentimentAdaptCommand,
  redactCommand,
  handoffCommand,
  ledgerVerifyCommand,
  ledgerExportCommand,
  receiptVerifyCommand,
];
