using System.Collections.Immutable;

namespace GitOps.Cake;

internal static class ImmutableArrayExtensions
{
    /// <summary>
    /// The array, or an empty one in place of <c>default</c>, which throws at every use. A record gets it from
    /// <c>with { X = default }</c>, and from JSON that leaves the member out.
    /// </summary>
    public static ImmutableArray<T> OrEmpty<T>(this ImmutableArray<T> array) => array.IsDefault ? [] : array;
}
