using GitOps.Cake.Conformance;
using GitOps.Cake.Conformance.Engine;

// One program in three roles: tests for whoever gives no options of ours, a conformance run, and the children of such a run.
return args switch
{
    [EngineWorker.Switch] => await EngineWorker.ServeAsync(),
    _ when args.Any(ConformanceOptions.IsOne) => await ConformanceProgram.RunAsync(args, Console.Out),
    _ => await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
};
