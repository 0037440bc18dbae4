#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// Before anything else is loaded: the next start finds all of it compiled. This file is no TypeScript, since the one that a process starts
// with is never cached, and what strips types takes longer to load than all of a command.
enableCompileCache();
await import('./process.ts');
