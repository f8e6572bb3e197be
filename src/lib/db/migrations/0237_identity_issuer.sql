-- An account elsewhere is one of the provider that said so: another issuer under the same short name links to nobody. What was linked before
-- is of the issuer that is set up; of a provider of the environment nobody knows, and it is linked anew by a confirmed address.
alter table federated_identity add column issuer text not null default '';
update federated_identity i set issuer = p.issuer from sign_in_provider p where p.slug = i.provider;
alter table federated_identity alter column issuer drop default;
alter table federated_identity drop constraint federated_identity_provider_subject_key;
alter table federated_identity add constraint federated_identity_provider_issuer_subject_key unique (provider, issuer, subject);
