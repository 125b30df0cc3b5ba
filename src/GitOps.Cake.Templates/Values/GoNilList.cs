namespace GitOps.Cake.Templates.Values;

/// <summary>The nil of []any, which <c>rest</c> of an empty list gives.</summary>
internal sealed class GoNilList : List<object?>, INilSlice;
