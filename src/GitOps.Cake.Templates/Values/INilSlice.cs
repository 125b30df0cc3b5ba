namespace GitOps.Cake.Templates.Values;

/// <summary>Go's nil slice: a list of no elements that JSON writes as null, and that equals nil.</summary>
internal interface INilSlice;
