using System.Collections.Immutable;
using System.Globalization;
using GitOps.Cake.Plans;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.Manifests;

/// <summary>
/// Finds the fields that differ between two objects. What is gone is told as one field with all below it,
/// what is new as its leaves, sorted by path; so does helm-diff's structured form.
/// </summary>
internal sealed class FieldComparison
{
    private readonly List<FieldChange> _changes = [];
    private readonly bool _secret;

    private FieldComparison(bool secret) => _secret = secret;

    public static ImmutableArray<FieldChange> Compare(GoMap before, GoMap after, bool secret)
    {
        var comparison = new FieldComparison(secret);
        comparison.Maps("", before, after);
        return [.. comparison._changes.OrderBy(change => change.Path, StringComparer.Ordinal)];
    }

    private void Maps(string path, GoMap before, GoMap after)
    {
        foreach (var (key, value) in before)
        {
            if (after.TryGetValue(key, out var other))
                Both(Join(path, key), value, other);
            else
                Gone(Join(path, key), value);
        }

        foreach (var (key, value) in after)
        {
            if (!before.ContainsKey(key))
                New(Join(path, key), value);
        }
    }

    private void Lists(string path, List<object?> before, List<object?> after)
    {
        for (var index = 0; index < Math.Max(before.Count, after.Count); index++)
        {
            var item = string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
            if (index >= after.Count)
                Gone(item, before[index]);
            else if (index >= before.Count)
                New(item, after[index]);
            else
                Both(item, before[index], after[index]);
        }
    }

    private void Both(string path, object? before, object? after)
    {
        if (before is GoMap beforeMap && after is GoMap afterMap)
            Maps(path, beforeMap, afterMap);
        else if (before is List<object?> beforeList && after is List<object?> afterList)
            Lists(path, beforeList, afterList);
        else if (!ManifestValues.AreEqual(before, after))
            Add(path, before, after, hadOld: true, hasNew: true);
    }

    private void Gone(string path, object? value)
    {
        if (_secret && SecretRedaction.IsSecretMember(path) && value is GoMap entries)
            foreach (var (key, entry) in entries)
                Gone(Join(path, key), entry);
        else
            Add(path, value, null, hadOld: true, hasNew: false);
    }

    private void New(string path, object? value)
    {
        switch (value)
        {
            case GoMap { Count: > 0 } map:
                foreach (var (key, entry) in map)
                    New(Join(path, key), entry);
                break;
            case List<object?> { Count: > 0 } list:
                for (var index = 0; index < list.Count; index++)
                    New(string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), list[index]);
                break;
            default:
                Add(path, null, value, hadOld: false, hasNew: true);
                break;
        }
    }

    private void Add(string path, object? before, object? after, bool hadOld, bool hasNew)
    {
        var member = path.Split('.', '[')[0];
        _changes.Add(_secret && SecretRedaction.IsSecretMember(member)
            ? new()
            {
                Path = path,
                Redacted = true,
                OldSize = hadOld ? SecretRedaction.Size(member, before) : null,
                NewSize = hasNew ? SecretRedaction.Size(member, after) : null,
            }
            : new()
            {
                Path = path,
                Old = hadOld ? ManifestValues.ToJson(before) : null,
                New = hasNew ? ManifestValues.ToJson(after) : null,
            });
    }

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
