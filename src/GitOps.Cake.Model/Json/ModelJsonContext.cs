using System.Text.Json.Serialization;
using GitOps.Cake.Plans;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Json;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    MaxDepth = JsonFile.MaximumDepth,
    Converters =
    [
        typeof(FieldValueConverter),
        typeof(KebabEnumConverter<ChangeReason>),
        typeof(KebabEnumConverter<Comparison>),
        typeof(KebabEnumConverter<ReleaseAction>),
        typeof(KebabEnumConverter<ReleaseOutcomeKind>),
        typeof(KebabEnumConverter<ResourceChangeKind>),
    ])]
[JsonSerializable(typeof(Plan))]
[JsonSerializable(typeof(ApplyReport))]
internal sealed partial class ModelJsonContext : JsonSerializerContext;
