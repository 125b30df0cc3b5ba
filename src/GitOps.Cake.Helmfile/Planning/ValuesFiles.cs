using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;

namespace GitOps.Cake.Helmfile.Planning;

/// <summary>Hands values to helm: files as they are, texts through the run's private folder.</summary>
internal static class ValuesFiles
{
    public static async Task<ImmutableArray<string>> WriteAsync(ImmutableArray<ValuesSource> values, IRunFolder folder, CancellationToken cancellationToken)
    {
        var files = ImmutableArray.CreateBuilder<string>(values.Length);
        foreach (var source in values)
        {
            files.Add(source switch
            {
                ValuesSource.PlainFile file => file.Path,
                ValuesSource.Text text => await folder.WriteAsync(text.Name, text.Content, cancellationToken).ConfigureAwait(false),
                _ => throw new InvalidOperationException($"Values of an unknown kind: {source.GetType().Name}."),
            });
        }

        return files.DrainToImmutable();
    }
}
