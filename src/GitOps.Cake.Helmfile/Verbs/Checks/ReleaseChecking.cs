using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile.Verbs.Checks;

/// <summary>Turns what helm says of a release into the outcome of its check.</summary>
internal sealed class ReleaseChecking(EnginePorts ports)
{
    /// <summary>Runs a check. That it failed is an outcome; that it could not be run is an error.</summary>
    public async Task<ReleaseCheck> RunAsync(Release release, KnownSecrets secrets, Func<Task<CommandOutput>> call)
    {
        var started = ports.Time.GetTimestamp();
        var answer = await call().ConfigureAwait(false);
        return new()
        {
            Release = release.Id,
            Chart = release.Chart,
            Succeeded = answer.ExitCode == 0,
            Output = secrets.Redact(Joined(answer)),
            Duration = ports.Time.GetElapsedTime(started),
        };
    }

    /// <summary>Both streams of an answer in one text.</summary>
    public static string Joined(CommandOutput answer) => answer switch
    {
        { Output.Length: 0 } => answer.Error,
        { Error.Length: 0 } => answer.Output,
        _ => $"{answer.Output.TrimEnd('\n')}\n{answer.Error}",
    };
}
