using System.Diagnostics;
using Cake.Frosting;
using GitOps.Cake.Helmfile;

namespace GitOps.Cake.Benchmarks;

/// <summary>
/// One call of the engine in a build of its own, as a team's program makes it. Tells the milliseconds from the call to its result,
/// just-in-time compilation included.
/// </summary>
[TaskName(nameof(Measured))]
[ReadsOption("file"), ReadsOption("helm"), ReadsOption("kubeconfig"), ReadsOption("environment"), ReadsOption("context"), ReadsOption("current-context")]
[ReadsOption("workspace")]
public sealed class Measured : AsyncFrostingTask<MeasuredContext>
{
    /// <inheritdoc/>
    public override async Task RunAsync(MeasuredContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (client, scope) = (context.Session.Helmfile, context.Helmfile);
        var started = Stopwatch.GetTimestamp();
        var (releases, changed) = await CallAsync(client, scope, context.Argument("call", "diff")).ConfigureAwait(false);
        Console.WriteLine(Measurement.Now(Stopwatch.GetElapsedTime(started), releases, changed));
    }

    private static async Task<(int Releases, int Changed)> CallAsync(HelmfileClient client, HelmfileScope scope, string call)
    {
        switch (call)
        {
            case "diff":
                var plan = await client.DiffAsync(new() { Scope = scope }).ConfigureAwait(false);
                return plan.IsPartial
                    ? throw new InvalidOperationException(string.Join('\n', plan.Releases.Select(release => release.Error).OfType<string>()))
                    : (plan.Releases.Length, plan.Releases.Count(release => release.IsChange));
            case "apply":
                var report = await client.ApplyAsync(new() { Scope = scope }).ConfigureAwait(false);
                return (report.Releases.Length, report.Plan.Releases.Count(release => release.IsChange));
            case "template":
                return ((await client.TemplateAsync(new() { Scope = scope }).ConfigureAwait(false)).Releases.Length, 0);
            case "list":
                return ((await client.ListAsync(new() { Scope = scope }).ConfigureAwait(false)).Releases.Length, 0);
            case "build":
                return ((await client.BuildAsync(new() { Scope = scope }).ConfigureAwait(false)).States.Length, 0);
            case "write-values":
                return ((await client.WriteValuesAsync(new() { Scope = scope }).ConfigureAwait(false)).Files.Length, 0);
            default:
                throw new InvalidOperationException($"Nothing is measured that is called {call}.");
        }
    }
}
