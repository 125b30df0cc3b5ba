using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Helmfile.Selection;
using GitOps.Cake.Helmfile.State.Files;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile.Inputs;

/// <summary>Finds out what a scope is made of, by reading it as a comparison does, short of its charts' templates.</summary>
internal sealed class InputReading(EnginePorts ports, string workspace)
{
    public async Task<ScopeInputs> ReadAsync(HelmfileScope scope, NeedsSelection needs, CancellationToken cancellationToken)
    {
        var inputs = new FileInputs();
        foreach (var declared in scope.Inputs)
            inputs.AddPattern(Path.GetFullPath(declared, workspace));

        var failure = default(string);
        try
        {
            var walk = new Walk(ports, workspace, inputs);
            var work = new Work("diff", scope with { AllowNoMatchingRelease = true }) { Needs = needs };
            foreach (var chosen in await walk.ChooseAsync(work, cancellationToken).ConfigureAwait(false))
                new ReleaseInputs(inputs).Add(await walk.ReadAsync(work, chosen, cancellationToken).ConfigureAwait(false));
        }
        catch (GitOpsException exception)
        {
            failure = $"It cannot be read. {exception.Message}";
        }

        var known = inputs.ToResult(knowsPrograms: !scope.Inputs.IsEmpty);
        return failure is null ? known : known with { Doubts = [.. known.Doubts, failure] };
    }
}
