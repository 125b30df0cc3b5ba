using Cake.Core;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Cake.Frosting.Tests.InProcess;

/// <summary>A program of given tasks, run in this process.</summary>
internal sealed record Frosting(params Type[] Tasks)
{
    public Action<CakeHost> Configure { get; init; } = _ => { };

    public FrostingRun Run(params string[] args)
    {
        var console = new RecordingConsole();
        var journal = new Journal();
        var tables = new StringWriter();
        var table = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(tables) });
        var host = new CakeHost()
            .AddAssembly(new TypeAssembly(Tasks))
            .ConfigureServices(services => services
                .AddSingleton<IConsole>(console)
                .AddSingleton(table)
                .AddSingleton(journal));
        Configure(host);
        return new(host.Run(args), journal.Entries, console.Output + tables, console.Errors);
    }
}
