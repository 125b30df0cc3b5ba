using System.Collections.Immutable;
using System.Text;
using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Cli.Diffs;

/// <summary>
/// Turns what helm-diff names into changes of a plan. Where its text is whole, both manifests are rebuilt from it, and what differs
/// is found as the native engine finds it; else only that something differs can be told.
/// </summary>
/// <param name="namespace">The namespace of objects that name none.</param>
/// <param name="deployed">The deployed objects, which know what a text that is cut short does not say.</param>
/// <param name="redaction">What is hidden besides the values of Secrets.</param>
internal sealed class ResourceChanges(string @namespace, Manifest deployed, RedactionRules? redaction = null)
{
    private const string Separator = "\n---\n";

    private readonly ImmutableArray<ResourceChange>.Builder _changes = ImmutableArray.CreateBuilder<ResourceChange>();
    private readonly StringBuilder _before = new();
    private readonly StringBuilder _after = new();

    /// <summary>The objects that the comparison shows as a whole, as they would be.</summary>
    public Manifest Wanted { get; private set; } = Manifest.Empty;

    /// <summary>The changes, by namespace, name and kind.</summary>
    public ImmutableArray<ResourceChange> Of(IEnumerable<DiffResource> resources)
    {
        foreach (var resource in resources)
        {
            if (resource.Change is not ResourceChangeKind.Ownership && resource.Body is { IsWhole: true } body && Parses(body))
            {
                _before.Append(RedactedSecret.WithStandIns(body.Before)).Append(Separator);
                _after.Append(RedactedSecret.WithStandIns(body.After)).Append(Separator);
            }
            else
            {
                _changes.Add(Untold(resource));
            }
        }

        Wanted = ManifestParser.ReadRendered(_after.ToString(), @namespace);
        var before = ManifestParser.ReadRendered(_before.ToString(), @namespace);
        var secrets = redaction is null ? KnownSecrets.None : KnownSecrets.None.And(redaction.Values(before).Concat(redaction.Values(Wanted)));
        var difference = new ManifestComparison(secrets).Compare(before, Wanted);
        return
        [
            .. difference.Changes.Concat(_changes)
                .OrderBy(change => change.Resource.Namespace, StringComparer.Ordinal)
                .ThenBy(change => change.Resource.Name, StringComparer.Ordinal)
                .ThenBy(change => change.Resource.Kind, StringComparer.Ordinal),
        ];
    }

    /// <summary>Lines that an option hides can leave a text that is no YAML any more.</summary>
    private bool Parses(DiffBody body)
    {
        try
        {
            return ManifestParser.ReadRendered(body.Before, @namespace).Resources.Length + ManifestParser.ReadRendered(body.After, @namespace).Resources.Length > 0;
        }
        catch (GitOpsException)
        {
            return false;
        }
    }

    private ResourceChange Untold(DiffResource resource) => new()
    {
        Resource = Id(resource.Key),
        Change = resource.Change,
        Diff = resource.Change is ResourceChangeKind.Ownership || resource.Body is not { } body ? null : Unified(body),
        Owner = resource.Change is ResourceChangeKind.Ownership && resource.Body is { } owners ? Text(owners.Before) : null,
    };

    /// <summary>The version of an API is in no title; the core has but one.</summary>
    private ResourceId Id(DiffKey key) =>
        deployed.Resources.FirstOrDefault(known => Is(known.Id, key))?.Id
        ?? new(key.Group is "v1" ? key.Group : $"{key.Group}/*", key.Kind, key.Namespace, key.Name);

    private static bool Is(ResourceId id, DiffKey key) =>
        id.Name == key.Name && id.Kind == key.Kind && id.Namespace == key.Namespace && (id.Group == key.Group || id.ApiVersion == key.Group);

    private static string? Text(string text) => text.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    private static string Unified(DiffBody body) => string.Concat(body.Lines.Select(line => line switch
    {
        DiffBody.Omission => "@@\n",
        "" => " \n",
        _ => $"{line[0]}{(line.Length > 2 ? line[2..] : "")}\n",
    }));
}
