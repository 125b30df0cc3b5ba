using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.State.Sections;

/// <summary>
/// The rules by which helmfile lays sections over each other. They follow from Go's structs: a zero value does not override
/// anything, maps are united, a named section replaces one of the same name as a whole.
/// </summary>
internal static class SectionMerge
{
    /// <summary>Lays a later section over an earlier one.</summary>
    /// <param name="target">The earlier one, which is changed.</param>
    /// <param name="source">The later one.</param>
    /// <param name="appendLists">Whether lists are joined; otherwise a later list replaces an earlier one unless it is empty.</param>
    public static void Override(Section target, Section source, bool appendLists)
    {
        foreach (var field in source.Fields)
        {
            if (target.Find(field.Key.Name) is not { } present)
                target.Set(field.Key.Shared ? field : field.Copy());
            else
                Override(target, present, field, appendLists);
        }
    }

    /// <summary>Takes over from a parent what a section leaves open. A zero value counts as open.</summary>
    public static void FillGaps(Section target, Section parent)
    {
        foreach (var field in parent.Fields)
        {
            if (target.Find(field.Key.Name) is not { } present || (present.IsZero && !field.IsZero))
                target.Set(field.Copy());
        }
    }

    private static void Override(Section target, Field present, Field later, bool appendLists)
    {
        switch (later.Value)
        {
            case Section inner when present.Value is Section section:
                Override(section, inner, appendLists);
                break;
            case ImmutableSortedDictionary<string, string> texts:
                target.Set(later.Key.Name, ((ImmutableSortedDictionary<string, string>)present.Value).SetItems(texts), later.Position);
                break;
            case ImmutableSortedDictionary<string, Section> sections:
                target.Set(later.Key.Name, ((ImmutableSortedDictionary<string, Section>)present.Value).SetItems(sections), later.Position);
                break;
            case var value when appendLists && later.Key.IsList:
                target.Set(later.Key.Name, Joined(present.Value, value), present.IsZero ? later.Position : present.Position);
                break;
            case var _ when later.IsZero:
                break;
            case var _ when later.Key.Shared:
                present.Set(later);
                break;
            default:
                target.Set(later.Copy());
                break;
        }
    }

    private static object Joined(object earlier, object later) => (earlier, later) switch
    {
        (ImmutableArray<Placed<string>> first, ImmutableArray<Placed<string>> second) => first.AddRange(second),
        (ImmutableArray<Placed<object?>> first, ImmutableArray<Placed<object?>> second) => first.AddRange(second),
        (ImmutableArray<Section> first, ImmutableArray<Section> second) => first.AddRange(second),
        _ => throw new InvalidOperationException($"{earlier.GetType()} and {later.GetType()} are no lists of one kind."),
    };
}
