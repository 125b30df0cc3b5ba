using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using GitOps.Cake.Plans;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Manifests;

/// <summary>What of a changed object people may see: neither the values of Secrets, nor known ones, nor hidden lines.</summary>
internal sealed class ShownResource(KnownSecrets secrets, ComparisonRules rules)
{
    private readonly ContentMask _before = new(secrets, "before");
    private readonly ContentMask _after = new(secrets, "after");

    public string Difference(Resource? before, Resource? after)
    {
        // Of objects with a known secret not the text is shown, where it may be folded or escaped in any way, but what the text means.
        var isMasked = !secrets.IsEmpty && (_before.HasSecrets(before?.Content) || _after.HasSecrets(after?.Content));
        return secrets.Redact(UnifiedDiff.Of(
            Text(before, after, _before, "before", isMasked), Text(after, before, _after, "after", isMasked), rules.HiddenLines, rules.Context));
    }

    public ImmutableArray<FieldChange> Fields(ImmutableArray<FieldChange> fields) =>
        [.. fields.Where(field => rules.HiddenLines is null || !IsHidden(field)).Select(Conceal)];

    private string Text(Resource? resource, Resource? other, ContentMask mask, string side, bool isMasked)
    {
        if (resource is null)
            return "";

        var content = resource.IsSecret ? SecretRedaction.Redact(resource.Content, other?.Content, other is null ? "" : side) : resource.Content;
        return isMasked ? YamlWriter.Write(mask.Hide(content, other?.Content))
            : resource.IsSecret ? YamlWriter.Write(content)
            : rules.StripTrailingCr ? resource.Text.ToString().Replace("\r\n", "\n", StringComparison.Ordinal)
            : resource.Text.ToString();
    }

    private FieldChange Conceal(FieldChange field)
    {
        var path = secrets.Redact(field.Path);
        var (before, after) = (field.Old?.ToString(), field.New?.ToString());
        return !Holds(field.Old) && !Holds(field.New)
            ? field with { Path = path }
            : new()
            {
                Path = path,
                Redacted = true,
                OldSize = before is null ? null : Encoding.UTF8.GetByteCount(before),
                NewSize = after is null ? null : Encoding.UTF8.GetByteCount(after),
            };
    }

    private bool Holds(JsonElement? value) => value is { } element && !secrets.IsEmpty && element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Any(member => secrets.AreIn(member.Name) || Holds(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().Any(item => Holds(item)),
        _ => secrets.AreIn(element.ToString()),
    };

    /// <summary>Whether every line that a field has in a manifest is to be hidden.</summary>
    private bool IsHidden(FieldChange field)
    {
        var name = field.Path[(field.Path.LastIndexOf('.') + 1)..];
        return rules.HiddenLines!($"{name}: {field.New ?? field.Old}") && (field.Old is null || rules.HiddenLines($"{name}: {field.Old}"));
    }
}
