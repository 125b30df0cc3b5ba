using GitOps.Cake.Dummy;

return await Commands.RunAsync(args).ConfigureAwait(false);
