using System.Text.Json;
using GitOps.Cake.Helmfile.Selection;
using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Results;
using GitOps.Cake.Templates.Json;

namespace GitOps.Cake.Helmfile.Verbs.PrintEnv;

/// <summary><c>print-env</c>: the state values as each file sees them; no release has to be there.</summary>
internal sealed class EnvironmentPrint(Walk walk)
{
    public async Task<EnvironmentList> RunAsync(HelmfilePrintEnvSettings settings, CancellationToken cancellationToken)
    {
        var helmfiles = await walk.LoadAsync(settings.Scope, cancellationToken).ConfigureAwait(false);
        return new() { Environments = [.. helmfiles.Select(helmfile => helmfile.State).OfType<HelmfileState>().Select(Describe)] };
    }

    private static EnvironmentValues Describe(HelmfileState state)
    {
        using var values = JsonDocument.Parse(GoJson.Write(state.Values));
        return new()
        {
            File = state.Path,
            Name = state.Environment.Name,
            KubeContext = state.Environment.KubeContext is { Length: > 0 } context ? context : null,
            Values = values.RootElement,
        };
    }
}
