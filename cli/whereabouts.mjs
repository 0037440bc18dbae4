#!/usr/bin/env node
import { enableCompileCache, registerHooks } from 'node:module';

// Before anything else is loaded: the next start finds all of it compiled. This file is no TypeScript, since the one that a process starts
// with is never cached, and what strips types takes longer to load than all of a command.
enableCompileCache();

// Each module of ours and of zod names the very file that it imports, so there is nothing to look for, which is a fifth of the time of a
// command. zod speaks sixty languages, a file each; the command line is in English.
registerHooks({
  resolve: (specifier, context, next) => {
    const { parentURL = '' } = context;
    if (!specifier.startsWith('.')) return next(specifier, context);
    const url = new URL(specifier, parentURL).href;
    if (url.endsWith('/zod/v4/locales/index.js')) return { url: new URL('en.js', url).href, format: 'module', shortCircuit: true };
    if (url.endsWith('.ts')) return { url, format: 'module-typescript', shortCircuit: true };
    return /\/node_modules\/zod\/v4\/.*\.js$/.test(url) ? { url, format: 'module', shortCircuit: true } : next(specifier, context);
  },
});
await import('./process.ts');
