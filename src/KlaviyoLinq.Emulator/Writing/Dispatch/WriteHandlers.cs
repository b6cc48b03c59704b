using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Reporting.Aggregates;
using KlaviyoLinq.Emulator.Reporting.Performance;
using KlaviyoLinq.Emulator.Writing.Campaigns;
using KlaviyoLinq.Emulator.Writing.Client;
using KlaviyoLinq.Emulator.Writing.Consent;
using KlaviyoLinq.Emulator.Writing.Conversations;
using KlaviyoLinq.Emulator.Writing.Events;
using KlaviyoLinq.Emulator.Writing.Jobs;
using KlaviyoLinq.Emulator.Writing.Merging;
using KlaviyoLinq.Emulator.Writing.Objects;
using KlaviyoLinq.Emulator.Writing.People;
using KlaviyoLinq.Emulator.Writing.Relationships;
using KlaviyoLinq.Emulator.Writing.Resources;
using KlaviyoLinq.Emulator.Writing.Templates;
using KlaviyoLinq.Emulator.Writing.Uploads;

namespace KlaviyoLinq.Emulator.Writing.Dispatch;

/// <summary>The handler of each operation: its own, or that of its family.</summary>
internal static class WriteHandlers
{
    private static readonly Dictionary<string, WriteHandler> _own = new(StringComparer.Ordinal)
    {
        ["assign_template_to_campaign_message"] = CampaignCopies.AssignTemplate,
        ["bulk_create_catalog_categories"] = CatalogJobs.Create,
        ["bulk_create_catalog_items"] = CatalogJobs.Create,
        ["bulk_create_catalog_variants"] = CatalogJobs.Create,
        ["bulk_create_client_events"] = EventWrites.CreateOfOne,
        ["bulk_create_coupon_codes"] = CouponCodeJobs.Create,
        ["bulk_create_data_source_records"] = DataSourceRecords.CreateMany,
        ["bulk_create_events"] = EventWrites.CreateMany,
        ["bulk_delete_catalog_categories"] = CatalogJobs.Delete,
        ["bulk_delete_catalog_items"] = CatalogJobs.Delete,
        ["bulk_delete_catalog_variants"] = CatalogJobs.Delete,
        ["bulk_delete_object_records"] = ObjectRecords.Delete,
        ["bulk_import_profiles"] = ImportJobs.Start,
        ["bulk_subscribe_profiles"] = SubscriptionWrites.Subscribe,
        ["bulk_suppress_profiles"] = SuppressionJobs.Suppress,
        ["bulk_unsubscribe_profiles"] = SubscriptionWrites.Unsubscribe,
        ["bulk_unsuppress_profiles"] = SuppressionJobs.Unsuppress,
        ["bulk_update_catalog_categories"] = CatalogJobs.Update,
        ["bulk_update_catalog_items"] = CatalogJobs.Update,
        ["bulk_update_catalog_variants"] = CatalogJobs.Update,
        ["cancel_campaign_send"] = CampaignSending.Stop,
        ["clone_template"] = TemplateWrites.Clone,
        ["create_back_in_stock_subscription"] = BackInStock.Subscribe,
        ["create_campaign_clone"] = CampaignCopies.Clone,
        ["create_client_back_in_stock_subscription"] = BackInStock.Subscribe,
        ["create_client_event"] = EventWrites.Create,
        ["create_client_profile"] = ClientProfiles.AddOrUpdate,
        ["create_client_push_token"] = ClientPushTokens.Register,
        ["create_client_review"] = ClientReviews.Create,
        ["create_client_subscription"] = ClientSubscriptions.Create,
        ["create_conversation_message"] = ConversationMessages.Create,
        ["create_data_source_record"] = DataSourceRecords.Create,
        ["create_event"] = EventWrites.Create,
        ["create_or_update_profile"] = call => ProfileKind.AddOrUpdate(call, call.Resource),
        ["create_push_token"] = call => PushTokenKind.AddOrUpdate(call, call.Resource),
        ["merge_profiles"] = Merge.Start,
        ["query_campaign_values"] = PerformanceReports.OfCampaigns,
        ["query_flow_series"] = PerformanceReports.OfFlows,
        ["query_flow_values"] = PerformanceReports.OfFlows,
        ["query_form_series"] = PerformanceReports.OfForms,
        ["query_form_values"] = PerformanceReports.OfForms,
        ["query_metric_aggregates"] = MetricAggregates.Query,
        ["query_segment_series"] = PerformanceReports.OfSegments,
        ["query_segment_values"] = PerformanceReports.OfSegments,
        ["refresh_campaign_recipient_estimation"] = RecipientEstimation.Start,
        ["render_template"] = TemplateWrites.Render,
        ["request_profile_deletion"] = Deletion.Request,
        ["send_campaign"] = CampaignSending.Send,
        ["unregister_client_push_token"] = ClientPushTokens.Unregister,
        ["update_object_schema_relationship"] = RelationshipWrites.Describe,
        ["update_profile_schema_relationship"] = RelationshipWrites.Describe,
        ["upload_image_from_file"] = ImageUpload.Create,
    };

    /// <summary>Finds the handler of an operation; null for one that the emulator does not carry out.</summary>
    internal static WriteHandler? Find(OperationFacts operation) =>
        _own.TryGetValue(operation.Id, out WriteHandler? handler) ? handler
        : operation is WriteFacts write ? Of(write.Family)
        : null;

    private static WriteHandler? Of(WriteFamily family) => family switch
    {
        WriteFamily.Create => ResourceWrites.Create,
        WriteFamily.Update => ResourceWrites.Update,
        WriteFamily.Delete => ResourceWrites.Delete,
        WriteFamily.RelationshipAdd => RelationshipWrites.Add,
        WriteFamily.RelationshipReplace => RelationshipWrites.Replace,
        WriteFamily.RelationshipRemove => RelationshipWrites.Remove,
        _ => null,
    };
}
